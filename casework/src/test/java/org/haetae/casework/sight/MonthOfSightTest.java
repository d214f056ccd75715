package org.haetae.casework.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.haetae.casework.report.MonthSpan;
import org.haetae.casework.sight.BlindSpell.Stretch;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.health.TechnicalAlertEvent;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.junit.jupiter.api.Test;

class MonthOfSightTest {
  private static final MonthSpan MARCH =
      MonthSpan.of(YearMonth.of(2026, 3), ZoneId.of("Asia/Seoul"));
  private static final Instant FIRST = Instant.parse("2026-02-28T15:00:00Z");
  private static final Instant LAST = Instant.parse("2026-03-31T15:00:00Z");
  private static final Instant NOON = Instant.parse("2026-03-10T03:00:00Z");
  private static final CameraId DOOR = new CameraId("door");
  private static final CameraId YARD = new CameraId("yard");
  private static final Blindness DARK = new Blindness.OfCamera(DOOR, CameraState.BLACK);
  private static final Blindness OFF = new Blindness.OfSite();

  private static BlindSpell spell(Blindness who, Instant from, long seconds) {
    return new BlindSpell(who, from, Optional.of(from.plusSeconds(seconds)));
  }

  private static MonthOfSight march(Optional<Instant> began, List<BlindSpell> all, Instant now) {
    return MonthOfSight.of(MARCH, began, all, Set.of(DOOR, YARD), now);
  }

  private static MonthOfSight.OfCamera of(MonthOfSight month, CameraId camera) {
    return month.cameras().stream()
        .filter(one -> one.camera().equals(camera))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMonthOfWhichNothingWasRecordedSaysNothing() {
    assertEquals(Optional.empty(), march(Optional.empty(), List.of(), NOON).recorded());
    assertEquals(Optional.empty(), march(Optional.of(LAST), List.of(), LAST).recorded());
    assertEquals(Optional.empty(), march(Optional.of(NOON), List.of(), FIRST).recorded());
  }

  @Test
  void onlyTheRecordedPartOfTheMonthCounts() {
    MonthOfSight month = march(Optional.of(NOON), List.of(), NOON.plusSeconds(100));
    assertEquals(
        Optional.of(new MonthOfSight.Recorded(NOON, NOON.plusSeconds(100))), month.recorded());
    assertEquals(
        Optional.of(new MonthOfSight.Recorded(FIRST, LAST)),
        march(Optional.of(Instant.EPOCH), List.of(), LAST.plusSeconds(9)).recorded());
    assertEquals(1, of(month, YARD).guarded());
  }

  @Test
  void oneCamerasTroubleIsItsOwnAndTheSitesIsEverybodys() {
    List<BlindSpell> all = List.of(spell(DARK, NOON, 600), spell(OFF, NOON.plusSeconds(300), 600));
    MonthOfSight month = march(Optional.of(NOON), all, NOON.plusSeconds(10_000));
    assertEquals(Duration.ofMinutes(15), of(month, DOOR).blind(), "what overlaps counts once");
    assertEquals(0.91, of(month, DOOR).guarded(), 1e-12);
    assertEquals(2, of(month, DOOR).stretches().size());
    assertEquals(Duration.ofMinutes(10), of(month, YARD).blind());
    assertEquals(OFF, of(month, YARD).longest().orElseThrow().blindness());
    assertEquals(List.of(), of(month, YARD).listed(), "told once, of the site");
    assertEquals(List.of(OFF), month.listed().stream().map(Stretch::blindness).toList());
    assertEquals(List.of(DARK), of(month, DOOR).listed().stream().map(Stretch::blindness).toList());
  }

  @Test
  void whatLastsStillLastsUntilNow() {
    BlindSpell open = new BlindSpell(DARK, NOON, Optional.empty());
    MonthOfSight month = march(Optional.of(FIRST), List.of(open), NOON.plusSeconds(30));
    assertEquals(Duration.ofSeconds(30), of(month, DOOR).blind());
    assertEquals(List.of(), of(month, DOOR).listed());
    MonthOfSight later = march(Optional.of(FIRST), List.of(open), LAST.plusSeconds(5));
    assertEquals(Duration.between(NOON, LAST), of(later, DOOR).blind());
    assertEquals(1, of(later, DOOR).listed().size());
  }

  @Test
  void aCameraThatIsNoMoreIsToldOf() {
    CameraId gone = new CameraId("alley");
    Blindness dead = new Blindness.OfCamera(gone, CameraState.CONNECTING);
    MonthOfSight month = march(Optional.of(FIRST), List.of(spell(dead, NOON, 70)), LAST);
    assertEquals(
        List.of(gone, DOOR, YARD),
        month.cameras().stream().map(MonthOfSight.OfCamera::camera).toList());
  }

  @Test
  void theFirstStartHasNoLength() {
    MonthOfSight month = march(Optional.of(NOON), List.of(spell(OFF, NOON, 0)), LAST);
    assertEquals(List.of(), of(month, DOOR).stretches());
    assertEquals(1, of(month, DOOR).guarded());
  }

  /** Against counting second by second. */
  @Test
  void secondsAreCountedOnce() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      Instant began = FIRST.plusSeconds(random.nextInt(-50, 50));
      Instant now = FIRST.plusSeconds(random.nextInt(100, 200));
      List<BlindSpell> all = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        Instant from = FIRST.plusSeconds(random.nextInt(-50, 150));
        all.add(
            random.nextInt(5) == 0
                ? new BlindSpell(DARK, from, Optional.empty())
                : spell(random.nextBoolean() ? DARK : OFF, from, random.nextInt(60)));
      }
      MonthOfSight month = march(Optional.of(began), all, now);
      Instant start = began.isAfter(FIRST) ? began : FIRST;
      assertEquals(Optional.of(new MonthOfSight.Recorded(start, now)), month.recorded());
      assertEquals(seconds(all, start, now, _ -> true), of(month, DOOR).blind().toSeconds());
      assertEquals(seconds(all, start, now, OFF::equals), of(month, YARD).blind().toSeconds());
    }
  }

  private static long seconds(
      List<BlindSpell> all, Instant start, Instant end, Predicate<Blindness> who) {
    long count = 0;
    for (Instant second = start; second.isBefore(end); second = second.plusSeconds(1)) {
      Instant at = second;
      if (all.stream()
          .filter(spell -> who.test(spell.blindness()))
          .anyMatch(
              spell ->
                  !at.isBefore(spell.from()) && spell.until().map(at::isBefore).orElse(true))) {
        count++;
      }
    }
    return count;
  }

  @Test
  void aClockThatWasSetBackMakesNoSpellOfNegativeLength() {
    TechnicalAlert alert =
        new TechnicalAlert(DOOR, new PlaceId("home"), CameraState.FROZEN, "stands still", NOON);
    BlindSpell ended = BlindSpell.of(new TechnicalAlertEvent.Cleared(alert, NOON.minusSeconds(5)));
    assertEquals(Optional.of(NOON), ended.until());
    assertThrows(
        IllegalArgumentException.class,
        () -> new BlindSpell(OFF, NOON, Optional.of(NOON.minusSeconds(1))));
    assertThrows(
        IllegalArgumentException.class, () -> new Blindness.OfCamera(DOOR, CameraState.LIVE));
  }
}
