package org.haetae.casework.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EscalationPlanTest {
  private static Tier tier(String name, int seconds, String... channels) {
    return new Tier(name, Duration.ofSeconds(seconds), List.of(channels));
  }

  private static final EscalationPlan PLAN =
      new EscalationPlan(
          List.of(
              tier("operator", 0, "console"),
              tier("patrol", 30, "patrol", "watch"),
              tier("supervisor", 90, "phone")),
          Duration.ofSeconds(60));

  @Test
  void eachTierWaitsForTheOneBeforeAndTheLastIsRepeated() {
    assertEquals(Duration.ofSeconds(30), PLAN.pauseAfter(0));
    assertEquals(Duration.ofSeconds(60), PLAN.pauseAfter(1));
    assertEquals(Duration.ofSeconds(60), PLAN.pauseAfter(2));
    assertEquals(Duration.ofSeconds(60), PLAN.pauseAfter(17));
  }

  @Test
  void whoWasToldBeforeHearsOfWhatFollows() {
    assertEquals(List.of("patrol", "watch"), PLAN.toldAt(1));
    assertEquals(List.of("phone"), PLAN.toldAt(9));
    assertEquals(Set.of("console"), PLAN.toldUpTo(0));
    assertEquals(Set.of("console", "patrol", "watch", "phone"), PLAN.toldUpTo(9));
  }

  @Test
  void aPlanThatCanNotBeKeptIsRefused() {
    Duration repeat = Duration.ofSeconds(60);
    assertThrows(IllegalArgumentException.class, () -> new EscalationPlan(List.of(), repeat));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EscalationPlan(List.of(tier("late", 1, "console")), repeat));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EscalationPlan(List.of(tier("a", 0, "x"), tier("b", 0, "y")), repeat));
    assertThrows(
        IllegalArgumentException.class,
        () -> new EscalationPlan(List.of(tier("a", 0, "x")), Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> tier("nobody", 0));
  }
}
