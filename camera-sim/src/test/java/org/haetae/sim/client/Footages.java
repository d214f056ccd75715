package org.haetae.sim.client;

import java.nio.file.Path;

/** Where the demo's clips lie. */
public final class Footages {
  private Footages() {}

  /** One of the four clips: 1280 × 720, 15 fps, a keyframe every 2 s. */
  public static Path clip(String name) {
    return Path.of(System.getProperty("haetae.home", ".."))
        .resolve("camera-sim/footage/clips")
        .resolve(name + ".mp4");
  }
}
