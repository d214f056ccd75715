package org.haetae.sim.camera;

import java.time.Duration;

/**
 * A fault with its place in a camera's script.
 *
 * @param from counted from the start of the site; not negative
 * @param length how long it lasts; positive
 */
public record ScheduledFault(Fault fault, Duration from, Duration length) {
  public ScheduledFault {
    if (from.isNegative()) {
      throw new IllegalArgumentException("a fault can't begin before the site does");
    }
    if (!length.isPositive()) {
      throw new IllegalArgumentException("a fault must last longer than 0 s");
    }
  }
}
