package org.haetae.app.capacity;

import java.nio.file.Path;
import java.util.List;

/** What the simulated cameras see. */
public enum Scene {
  /** Somebody walks about nearly all the time. */
  BUSY,
  /** An empty yard with a sensor's noise. */
  QUIET,
  /** One busy camera for three quiet ones. */
  MIXED;

  private static final int QUIET_FOR_ONE_BUSY = 3;

  /**
   * The recording that a camera plays.
   *
   * @param camera its number, from 0
   */
  Path clip(Path clips, PictureFormat format, int camera) {
    boolean busy =
        switch (this) {
          case BUSY -> true;
          case QUIET -> false;
          case MIXED -> camera % (QUIET_FOR_ONE_BUSY + 1) == 0;
        };
    List<String> all = busy ? format.busy() : format.quiet();
    int turn = this == MIXED ? camera / (QUIET_FOR_ONE_BUSY + 1) : camera;
    return clips.resolve(all.get(turn % all.size()));
  }
}
