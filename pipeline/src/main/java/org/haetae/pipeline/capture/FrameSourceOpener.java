package org.haetae.pipeline.capture;

/** Opens a stream, each time anew. */
@FunctionalInterface
public interface FrameSourceOpener {

  /**
   * @throws CaptureException when it can't be opened
   */
  FrameSource open();
}
