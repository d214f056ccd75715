package org.haetae.pipeline.flow;

import org.haetae.pipeline.capture.Frame;

/** Where a grabber's frames go. */
@FunctionalInterface
interface FrameSink {

  /**
   * Takes a frame, and becomes its owner.
   *
   * @param patiently waits rather than superseding the frame before it
   */
  void accept(Frame frame, boolean patiently);
}
