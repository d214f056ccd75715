package org.haetae.casework.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.haetae.domain.id.UserId;
import org.haetae.domain.schedule.Schedule;
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
    assertEquals(Duration.ofSeconds(30), PLAN.pauseAfter(0, Instant.EPOCH));
    assertEquals(Duration.ofSeconds(60), PLAN.pauseAfter(1, Instant.EPOCH));
    assertEquals(Duration.ofSeconds(60), PLAN.pauseAfter(2, Instant.EPOCH));
    assertEquals(Duration.ofSeconds(60), PLAN.pauseAfter(17, Instant.EPOCH));
  }

  @Test
  void nobodyWaitsForATierThatNobodyIsOnDutyFor() {
    Instant noon = Instant.parse("2026-03-02T12:00:00Z");
    Roster roster =
        new Roster(
            List.of(
                shift("kim", noon, noon.plusSeconds(60)),
                shift("lee", noon.plusSeconds(30), noon.plusSeconds(90))));
    EscalationPlan plan =
        new EscalationPlan(
            List.of(
                new Tier("operator", Duration.ZERO, List.of("console"), roster),
                tier("patrol", 30, "patrol")),
            Duration.ofSeconds(60));
    assertEquals(Duration.ZERO, plan.pauseAfter(0, noon.minusSeconds(1)));
    assertEquals(Duration.ofSeconds(30), plan.pauseAfter(0, noon));
    assertEquals(2, roster.onDuty(noon.plusSeconds(30)).size());
    assertEquals(Duration.ZERO, plan.pauseAfter(0, noon.plusSeconds(90)));
    assertEquals(Duration.ofSeconds(60), plan.pauseAfter(1, noon.minusSeconds(1)));
  }

  private static Roster.Shift shift(String who, Instant from, Instant until) {
    return new Roster.Shift(new UserId(who), new Schedule.Once(from, until));
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
