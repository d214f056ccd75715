package org.haetae.casework.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.haetae.casework.order.Term;
import org.haetae.casework.retention.KeptClass.Ending;
import org.haetae.casework.yaml.YamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionRulesTest {
  private static final List<String> ZONES =
      List.of("Asia/Seoul", "Pacific/Auckland", "America/New_York");

  private static String shipped() {
    try (var in =
        Objects.requireNonNull(RetentionRules.class.getResourceAsStream("korea-2026.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static RetentionRules in(String zone) {
    return RetentionRulesReader.read(
        "rules", shipped().replace("zone: Asia/Seoul", "zone: " + zone));
  }

  private static RetentionRules with(String length, String zone) {
    return RetentionRulesReader.read(
        "rules",
        shipped()
            .replace("zone: Asia/Seoul", "zone: " + zone)
            .replace(
                "for: P3Y\n    counted: from the closing",
                "for: %s\n    counted: from the closing".formatted(length)));
  }

  @ParameterizedTest
  @CsvSource({
    // Whatever the hour, the day after is the first; the last is whole.
    "P29D, Asia/Seoul, 2026-03-01T00:00:01+09:00, 2026-03-31T00:00+09:00",
    "P29D, Asia/Seoul, 2026-03-01T23:59:59+09:00, 2026-03-31T00:00+09:00",
    // What begins with a day counts it.
    "P29D, Asia/Seoul, 2026-03-01T00:00+09:00, 2026-03-30T00:00+09:00",
    // The same moment is another day elsewhere.
    "P1Y, Asia/Seoul, 2026-02-28T15:30Z, 2027-03-01T15:00Z",
    "P1Y, America/New_York, 2026-02-28T15:30Z, 2027-03-01T05:00Z",
    "P1Y, Pacific/Auckland, 2026-02-28T15:30Z, 2027-03-01T11:00Z",
    // Leap years.
    "P3Y, Asia/Seoul, 2024-02-28T12:00+09:00, 2027-03-01T00:00+09:00",
    "P3Y, Asia/Seoul, 2024-02-29T12:00+09:00, 2027-03-01T00:00+09:00",
    "P4Y, Asia/Seoul, 2024-02-29T12:00+09:00, 2028-03-01T00:00+09:00",
    "P1M, Asia/Seoul, 2026-01-30T12:00+09:00, 2026-03-01T00:00+09:00",
    "P30D, Asia/Seoul, 2028-02-01T12:00+09:00, 2028-03-03T00:00+09:00",
    "P30D, Asia/Seoul, 2027-02-01T12:00+09:00, 2027-03-04T00:00+09:00",
    // A day that is an hour shorter where clocks are put forward.
    "P1D, America/New_York, 2026-03-07T12:00-05:00, 2026-03-09T00:00-04:00",
    "PT48H, America/New_York, 2026-03-07T12:00-05:00, 2026-03-09T13:00-04:00",
  })
  void isDueWithTheEndOfItsLastDay(String length, String zone, String since, String due) {
    RetentionRules rules = with(length, zone);
    Instant from = OffsetDateTime.parse(since).toInstant();
    Instant at = OffsetDateTime.parse(due).toInstant();
    assertEquals(Optional.of(at), rules.dueAt(KeptClass.CASE, from));
    Kept kept = new Kept(KeptClass.CASE, "c", Optional.of(from), Set.of());
    assertEquals(new Verdict.Due(at), rules.judge(kept, Holds.NONE, at));
    assertEquals(new Verdict.Later(at), rules.judge(kept, Holds.NONE, at.minusNanos(1)));
  }

  @Test
  void aPhotographIsGoneWithinThirtyCountedDaysThoughARoundComesADayLate() {
    RetentionRules korea = RetentionRulesReader.korea();
    Instant taken = Instant.parse("2026-03-01T05:00:00Z");
    Instant due = korea.dueAt(KeptClass.PHOTOGRAPH, taken).orElseThrow();
    Instant limit = Term.parse("P30D").latestEnd(taken, korea.count());
    assertFalse(due.plus(Duration.ofDays(1)).isAfter(limit), "due %s".formatted(due));
  }

  @Test
  void theCutIsWhereSingleThingsAreDue() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> lengths = List.of("P1D", "P7D", "P29D", "P1M", "P6M", "P1Y", "P3Y", "PT36H");
    for (int i = 0; i < 3000; i++) {
      String zone = ZONES.get(random.nextInt(ZONES.size()));
      RetentionRules rules = with(lengths.get(random.nextInt(lengths.size())), zone);
      Instant now =
          Instant.parse("2020-01-01T00:00:00Z")
              .plusSeconds(random.nextInt(10 * 366 * 24 * 60) * 60L);
      if (random.nextBoolean()) {
        now = now.atZone(ZoneId.of(zone)).toLocalDate().atStartOfDay(ZoneId.of(zone)).toInstant();
      }
      Instant cut = rules.dueUpTo(KeptClass.CASE, now).orElseThrow();
      String where = "seed %d: %s".formatted(seed, cut);
      assertFalse(rules.dueAt(KeptClass.CASE, cut).orElseThrow().isAfter(now), where);
      assertTrue(rules.dueAt(KeptClass.CASE, cut.plusNanos(1)).orElseThrow().isAfter(now), where);
    }
  }

  @Test
  void whatAnOrderOrNothingEndsIsNeverDue() {
    RetentionRules korea = RetentionRulesReader.korea();
    for (KeptClass what : KeptClass.values()) {
      assertEquals(
          what.ending() == Ending.ROUND, korea.dueAt(what, Instant.EPOCH).isPresent(), "" + what);
    }
  }

  @Test
  void aFileThatLeavesSomethingOpenIsRefused() {
    String text = shipped();
    for (String wrong :
        List.of(
            text.replace("  link:\n", "  lonk:\n"),
            text.replaceFirst("for: P7D\n", "\n"),
            text.replace("P29D", "P0D"),
            text.replaceFirst("  template:\n", "  template:\n    for: P1D\n"),
            text.replace("basis: law", "basis: hearsay"),
            text.replaceFirst("(?s)  emergency:.*", ""))) {
      assertThrows(YamlException.class, () -> RetentionRulesReader.read("rules", wrong), wrong);
    }
  }
}
