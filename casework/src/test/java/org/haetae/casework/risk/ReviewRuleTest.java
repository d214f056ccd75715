package org.haetae.casework.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import org.haetae.casework.PlainCalendar;
import org.haetae.casework.RandomLives;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewRuleTest {
  @ParameterizedTest
  @CsvSource({
    "EXTREME, 2026-11-26T01:00:00Z, 2026-11-29T01:00:00Z",
    "HIGH, 2026-11-26T01:00:00Z, 2026-12-03T01:00:00Z",
    "ELEVATED, 2028-02-10T20:00:00Z, 2028-03-11T20:00:00Z",
    "MODERATE, 2027-01-10T20:00:00Z, 2027-03-11T20:00:00Z",
    "LOW, 2028-01-10T20:00:00Z, 2028-03-10T20:00:00Z",
  })
  void eachGradeHasItsTime(RiskGrade grade, Instant graded, Instant due) {
    assertEquals(due, Checklists.KOREA.due(grade, graded));
  }

  @Test
  void hoursAreExactAndDaysAreTheZonesDays() {
    Instant beforeTheChange = Instant.parse("2026-03-28T12:00:00Z");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertEquals(
        Instant.parse("2026-03-29T12:00:00Z"),
        new ReviewRule(berlin, Checklists.everyGrade(Duration.ofDays(1)))
            .due(RiskGrade.HIGH, beforeTheChange));
    assertEquals(
        Instant.parse("2026-03-29T11:00:00Z"),
        new ReviewRule(berlin, Checklists.everyGrade(Period.ofDays(1)))
            .due(RiskGrade.HIGH, beforeTheChange));
  }

  /** Most of them end in an hour that the clock skips or reads twice. */
  @Test
  void daysAgreeWithCountingThem() {
    RandomLives.play(
        1_500,
        random -> {
          ZoneId zone = PlainCalendar.ZONES.get(random.nextInt(PlainCalendar.ZONES.size()));
          int days = 1 + random.nextInt(90);
          Instant somewhen =
              Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(315_000_000));
          ZoneOffsetTransition change = zone.getRules().nextTransition(somewhen);
          Instant end =
              change == null
                  ? somewhen
                  : change.getInstant().plusSeconds(random.nextInt(-7_200, 7_200));
          Instant graded = end.minus(Duration.ofDays(days));
          assertEquals(
              PlainCalendar.daysLater(graded, days, zone),
              new ReviewRule(zone, Checklists.everyGrade(Period.ofDays(days)))
                  .due(RiskGrade.HIGH, graded),
              graded + " and " + days + " days in " + zone);
        });
  }

  @Test
  void aGradeWithoutATimeIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ReviewRule(ZoneId.of("Asia/Seoul"), Map.of(RiskGrade.EXTREME, Duration.ofDays(3))));
  }
}
