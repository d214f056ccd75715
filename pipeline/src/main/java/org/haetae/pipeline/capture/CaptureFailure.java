package org.haetae.pipeline.capture;

/** Why a stream can't be opened or breaks off. */
public enum CaptureFailure {
  /** Nobody answers there, or not in time. */
  UNREACHABLE,
  /** The camera wants other credentials. */
  PASSWORD_REFUSED,
  /** The camera answers, but offers nothing that may or can be played. */
  REFUSED,
  /** The stream began and then gave nothing within the limit. */
  TIMED_OUT,
  /** The camera ended the stream. */
  ENDED,
  /** Data come, but no picture can be made of them. */
  UNDECODABLE
}
