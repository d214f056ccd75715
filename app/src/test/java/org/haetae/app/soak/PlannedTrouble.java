package org.haetae.app.soak;

import java.time.Duration;

/**
 * One trouble of one camera.
 *
 * @param from after the plan's start
 */
record PlannedTrouble(String camera, Trouble trouble, Duration from, Duration length) {

  /** When it is over, after the plan's start. */
  Duration end() {
    return from.plus(length);
  }
}
