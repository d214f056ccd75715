package org.haetae.pipeline.flow;

/**
 * How a recording is played as a camera.
 *
 * @param loop begins again at its end
 * @param realTime each frame when it is due, as a camera would give it; else as fast as it decodes
 */
public record Playback(boolean loop, boolean realTime) {

  /** A live camera, which has no end and its own pace. */
  public static Playback live() {
    return new Playback(true, false);
  }
}
