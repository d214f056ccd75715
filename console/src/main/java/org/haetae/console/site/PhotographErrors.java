package org.haetae.console.site;

import java.time.Instant;

/**
 * Error rates on labelled photographs.
 *
 * @param model the network that was measured, 1 to 100 characters
 * @param people and what else is counted, 0 or more
 * @param withoutFace photographs in which no face was found
 * @param pairs every photograph against every other
 * @param searches each photograph against a watchlist, once with and once without its person
 */
public record PhotographErrors(
    Instant measured,
    String model,
    long people,
    long photographs,
    long withoutFace,
    ErrorCurve pairs,
    ErrorCurve searches) {
  static final int LONGEST_NAME = 100;

  public PhotographErrors {
    if (model.isBlank() || model.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a network has a name of 1 to 100 characters");
    }
    if (people < 0 || photographs < 0 || withoutFace < 0) {
      throw new IllegalArgumentException("nothing is counted below 0");
    }
  }
}
