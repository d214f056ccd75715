package org.haetae.pipeline.capture.idle;

/** What is done with the next packet. */
public enum Step {
  /** It is decoded at once. */
  DECODE,
  /** It is a key frame while idle: decoded by itself, looked at, and the first of a new group. */
  GLANCE,
  /** It is kept with its group, not decoded. */
  KEEP,
  /** It is kept, and then all of its group is decoded. */
  WAKE
}
