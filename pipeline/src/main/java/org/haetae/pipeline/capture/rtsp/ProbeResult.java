package org.haetae.pipeline.capture.rtsp;

import org.haetae.pipeline.capture.address.CameraUrl;

/** What came of asking a camera. Reasons are one plain sentence without credentials. */
public sealed interface ProbeResult {

  /**
   * The camera described its stream.
   *
   * @param finalUrl where redirects led; without credentials when that is another host
   */
  record Described(CameraUrl finalUrl, SessionDescription description) implements ProbeResult {}

  /** It asks for a password and none was right. */
  record PasswordRefused(String reason) implements ProbeResult {}

  /** It doesn't answer, not in time, or with an error of its own. */
  record Unreachable(String reason) implements ProbeResult {}

  /** Something answers, but doesn't speak RTSP. */
  record NotRtsp(String reason) implements ProbeResult {}

  /** It speaks RTSP, but its description of the stream is no SDP or goes beyond the limits. */
  record BadDescription(String reason) implements ProbeResult {}

  /** It sends us elsewhere, where we don't go. */
  record RedirectRefused(String reason) implements ProbeResult {}
}
