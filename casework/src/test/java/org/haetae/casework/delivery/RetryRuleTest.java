package org.haetae.casework.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.SettableClock;
import org.junit.jupiter.api.Test;

class RetryRuleTest {
  private static final RetryRule RULE = RetryRule.defaults();

  @Test
  void pausesDoubleUpToTheLongest() {
    assertEquals(Duration.ofMillis(500), RULE.pause(1));
    assertEquals(Duration.ofSeconds(1), RULE.pause(2));
    assertEquals(Duration.ofSeconds(16), RULE.pause(6));
    assertEquals(Duration.ofSeconds(30), RULE.pause(7));
    assertEquals(Duration.ofSeconds(30), RULE.pause(Integer.MAX_VALUE));
  }

  @Test
  void aDayOldParcelIsADeadLetter() {
    Instant created = SettableClock.START;
    Parcel parcel =
        new Parcel(1, "mail", new Notice.Canary(new UUID(0, 1), created), created, 4000);
    Instant justInTime = created.plus(Duration.ofDays(1)).minusNanos(1);
    assertEquals(Optional.of(justInTime.plusSeconds(30)), RULE.next(parcel, justInTime));
    assertEquals(Optional.empty(), RULE.next(parcel, created.plus(Duration.ofDays(1))));
  }
}
