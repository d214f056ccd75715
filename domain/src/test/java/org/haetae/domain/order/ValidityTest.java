package org.haetae.domain.order;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValidityTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-05-01T00:00:00Z");

  @Test
  void theFirstInstantBelongsToItAndTheLastDoesNot() {
    Validity validity = new Validity(FROM, UNTIL);
    assertFalse(validity.contains(FROM.minusNanos(1)));
    assertTrue(validity.contains(FROM));
    assertTrue(validity.contains(UNTIL.minusNanos(1)));
    assertFalse(validity.contains(UNTIL));
  }

  @Test
  void oneOrderEndsWhereTheNextBegins() {
    Validity first = new Validity(FROM, UNTIL);
    Validity next = new Validity(UNTIL, UNTIL.plusSeconds(1));
    assertTrue(first.contains(UNTIL.minusNanos(1)) && !next.contains(UNTIL.minusNanos(1)));
    assertTrue(next.contains(UNTIL) && !first.contains(UNTIL));
  }

  @Test
  void itMustBeginBeforeItEnds() {
    assertThrows(IllegalArgumentException.class, () -> new Validity(FROM, FROM));
    assertThrows(IllegalArgumentException.class, () -> new Validity(UNTIL, FROM));
  }
}
