package org.haetae.casework.order;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a value of the rules comes from.
 *
 * @param act the act's name
 * @param article of that act
 * @param effective the day from which the value has applied
 * @param toCheck what must still be looked up; empty if the value was verified
 */
public record Source(String act, String article, LocalDate effective, Optional<String> toCheck) {
  /** The source in words, with what must be checked. */
  public String say() {
    return "%s, %s%s"
        .formatted(act, article, toCheck.map(check -> ", not verified: " + check).orElse(""));
  }
}
