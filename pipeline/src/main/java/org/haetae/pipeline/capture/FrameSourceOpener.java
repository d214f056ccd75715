package org.haetae.pipeline.capture;

/** Opens a stream, each time anew. */
@FunctionalInterface
public interface FrameSourceOpener {

  /**
   * Opens it.
   *
   * @param watch is told what arrives, until the source is closed
   * @throws CaptureException when it can't be opened
   */
  FrameSource open(StreamWatch watch);
}
