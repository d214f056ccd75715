package org.haetae.console.site;

import java.time.Instant;

/** What {@code haetae evaluate} has left for a site: numbers, no face and no name. */
public sealed interface Measurement {

  /** Nobody has measured. */
  record None() implements Measurement {}

  /** There is something in its place that isn't one. */
  record Unreadable() implements Measurement {}

  /**
   * Error rates on labelled photographs.
   *
   * @param model the network that was measured
   * @param withoutFace photographs in which no face was found
   * @param pairs every photograph against every other
   * @param searches each photograph against a watchlist, once with and once without its person
   */
  record Errors(
      Instant measured,
      String model,
      long people,
      long photographs,
      long withoutFace,
      ErrorCurve pairs,
      ErrorCurve searches)
      implements Measurement {}
}
