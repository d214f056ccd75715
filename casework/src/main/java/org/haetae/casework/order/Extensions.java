package org.haetae.casework.order;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far an order may be extended. At least one of the four is there.
 *
 * @param times how often; 0 or more
 * @param each how long one extension may be
 * @param total the longest time from the order's begin to its last extended end
 * @param until an event that no extension may outlast, such as the child's coming of age
 */
public record Extensions(
    OptionalInt times, Optional<Term> each, Optional<Term> total, Optional<String> until) {
  public Extensions {
    if (times.isPresent() && times.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "the number of extensions must be 0 or more, but is " + times.getAsInt());
    }
    if (times.isEmpty() && each.isEmpty() && total.isEmpty() && until.isEmpty()) {
      throw new IllegalArgumentException(
          "extensions must be limited by at least one of times, each, total, until");
    }
  }
}
