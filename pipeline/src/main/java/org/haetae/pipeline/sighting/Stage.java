package org.haetae.pipeline.sighting;

/** The steps of a camera's analysis, as they are timed. */
public enum Stage {
  MOTION,
  DETECT,
  TRACK,
  EMBED,
  MATCH
}
