package org.haetae.pipeline.capture.rtsp;

/** Ends a probe from deep inside with its result. */
final class ProbeEnd extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ProbeResult result;

  ProbeEnd(ProbeResult result) {
    super(null, null, false, false);
    this.result = result;
  }

  ProbeResult result() {
    return result;
  }
}
