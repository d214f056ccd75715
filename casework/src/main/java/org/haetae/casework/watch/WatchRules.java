package org.haetae.casework.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * What a ministry may change about watches.
 *
 * @param reach metres within which a station's watch must be offered before a request is closed
 * @param term for which a watch is handed over, and renewed
 * @param wearing between two looks whether it is worn
 * @param silence without a sign of life after which a watch counts as silent
 * @param stalePosition age of a position after which nobody should rely on it
 * @param lowBattery percent at and below which it must be charged
 * @param zone whose calendar days count
 */
public record WatchRules(
    double reach,
    Period term,
    Period wearing,
    Duration silence,
    Duration stalePosition,
    int lowBattery,
    ZoneId zone) {

  /** When what is handed over or renewed at {@code at} must be renewed. */
  public Instant until(Instant at) {
    return at.atZone(zone).plus(term).toInstant();
  }

  /** When somebody must look after {@code at}. */
  public Instant wearingDue(Instant at) {
    return at.atZone(zone).plus(wearing).toInstant();
  }
}
