package org.haetae.casework.watch;

import org.haetae.domain.id.WatchSerial;

/**
 * A watch that could be had.
 *
 * @param metres from the station that asks to the one that has it, as the crow flies
 */
public record Offer(WatchSerial watch, Station station, double metres) {
  /** Where it is and how far, in words. */
  public String words() {
    return metres < 1
        ? "%s is here at %s".formatted(watch, station.name())
        : "%s is at %s, %.0f km away".formatted(watch, station.name(), metres / 1000);
  }
}
