package org.haetae.casework.office;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.haetae.casework.cover.CameraCover;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.cover.Gap;
import org.haetae.casework.cover.GapKind;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.office.CoverLife.Event;
import org.haetae.casework.plan.Plan;
import org.haetae.domain.id.CameraId;
import org.junit.jupiter.api.Test;

/**
 * What must be true of cover whatever happens: random lives of a house, in a zone with and without
 * summer time. {@code -Dhaetae.seed=N} plays one life again.
 */
class CoverPropertiesTest {
  private static final int LIVES = 5;
  private static final int EVENTS = 120;
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Asia/Seoul"), ZoneId.of("Europe/Berlin"));

  /**
   * By which events an open gap may come to have begun at another time; where none is named, by
   * none. The passing of time alone never explains it. Orders explain what cameras and the house
   * lack, for that is somebody's only from when an order protects them.
   */
  private static final Map<GapKind, Set<Event>> EXPLAINED =
      Map.ofEntries(
          Map.entry(GapKind.NO_CASE, Set.of(Event.ORDER)),
          Map.entry(GapKind.NO_ORDER_IN_FORCE, Set.of(Event.ORDER)),
          Map.entry(GapKind.ORDER_ENDING, Set.of(Event.ORDER)),
          Map.entry(GapKind.ORDER_ENDING_SOON, Set.of(Event.ORDER)),
          Map.entry(GapKind.PLACE_UNWATCHED, Set.of(Event.ORDER)),
          Map.entry(GapKind.APPROACH_UNWATCHED, Set.of(Event.ORDER)),
          Map.entry(GapKind.CAMERA_DOWN, Set.of(Event.SITE, Event.ORDER)),
          Map.entry(GapKind.CAMERA_TOO_COARSE, Set.of(Event.SITE, Event.ORDER)),
          Map.entry(GapKind.CAMERA_UNPROVEN, Set.of(Event.SITE, Event.ORDER)),
          Map.entry(GapKind.NO_OPERATOR, Set.of(Event.SITE, Event.ORDER)),
          Map.entry(GapKind.CHANNEL_FAILING, Set.of(Event.SITE, Event.ORDER)),
          Map.entry(GapKind.CANARY_LATE, Set.of(Event.SITE, Event.ORDER)),
          Map.entry(GapKind.SITE_SILENT, Set.of(Event.SITE, Event.ORDER)),
          Map.entry(GapKind.TRAINING_OVERDUE, Set.of(Event.DEED)),
          Map.entry(GapKind.REVIEW_OVERDUE, Set.of(Event.DEED)),
          Map.entry(GapKind.LOWER_GRADE_UNDECIDED, Set.of(Event.DEED)),
          Map.entry(GapKind.INSPECTION_OVERDUE, Set.of(Event.DEED)),
          Map.entry(GapKind.WATCH_NOT_ASKED, Set.of(Event.DEED)),
          Map.entry(GapKind.WATCH_NOT_WORN, Set.of(Event.DEED)),
          Map.entry(GapKind.WATCH_SILENT, Set.of(Event.SIGNAL)),
          Map.entry(GapKind.WATCH_LOW, Set.of(Event.SIGNAL)),
          Map.entry(GapKind.WATCH_POSITION_OLD, Set.of(Event.SIGNAL)));

  /** Something that is done at each event of a life. */
  private interface Look {
    void at(CoverLife life, Random random);
  }

  private static void lives(Look look) {
    Long fixed = Long.getLong("haetae.seed");
    long first = fixed != null ? fixed : System.nanoTime();
    for (long seed = first; seed < first + (fixed != null ? 1 : LIVES); seed++) {
      try {
        Random random = new Random(seed);
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        Plan plan = Plans.in(zone);
        CoverLife life = new CoverLife(random, plan, zone);
        for (int i = 0; i < EVENTS; i++) {
          look.at(life, random);
        }
        life.assertReplays();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("broken by -Dhaetae.seed=" + seed + ": " + e, e);
      }
    }
  }

  @Test
  void theBookIsWhatTheRulesSayFromScratch() {
    lives(
        (life, random) -> {
          Instant then = life.later();
          while (life.now().isBefore(then) && random.nextInt(4) > 0) {
            // Now and then it is asked exactly when something changes, or late, or not at all.
            Instant due = next(life).filter(_ -> random.nextBoolean()).orElseGet(life::later);
            life.pass(due.isBefore(then) ? due : then);
            assertBook(life);
          }
          life.pass(then);
          var _ = life.happen();
          if (random.nextInt(3) > 0) {
            assertBook(life);
          }
        });
  }

  private static void assertBook(CoverLife life) {
    Instant now = life.now();
    List<CoverLine> wanted =
        life.scratch(now, life.site()).stream()
            .filter(line -> line.file().isPresent() || !line.covered())
            .toList();
    List<CoverLine> lines = life.book().lines(now);
    assertEquals(Set.copyOf(wanted), Set.copyOf(lines), "lines at " + now);
    assertEquals(wanted.size(), lines.size(), "a line twice");
    assertEquals(lines.stream().sorted(CoverLine.ORDER).toList(), lines, "order of the lines");
    assertEquals(
        wanted.stream()
            .flatMap(line -> line.gaps().stream())
            .collect(groupingBy(Gap::kind, summingInt(_ -> 1))),
        life.book().counts(now),
        "counts at " + now);
    Map<GapKind, Instant> oldest = new HashMap<>();
    wanted.stream()
        .flatMap(line -> line.gaps().stream())
        .forEach(gap -> oldest.merge(gap.kind(), gap.since(), CoverPropertiesTest::earlier));
    assertEquals(oldest, life.book().oldest(now), "oldest at " + now);
    for (CoverLine line : wanted) {
      line.file().ifPresent(id -> assertEquals(Optional.of(line), life.book().line(id, now)));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  @Test
  void anAnswerHoldsUntilItSaysThatItMayChange() {
    lives(
        (life, random) -> {
          Instant then = life.later();
          for (CoverLine line : life.scratch(life.now(), life.site())) {
            assertOrdered(line.gaps());
            assertEquals(line, life.again(line, life.now()), "asked twice at " + life.now());
            Instant end = line.next().filter(next -> next.isBefore(then)).orElse(then);
            line.next()
                .ifPresent(
                    next -> assertTrue(next.isAfter(life.now()), next + " has passed already"));
            for (Instant moment : moments(life.now(), end, random)) {
              CoverLine later = life.again(line, moment);
              assertEquals(
                  line.gaps(), later.gaps(), "since %s, at %s".formatted(life.now(), moment));
              assertEquals(line.next(), later.next(), "next, at " + moment);
            }
          }
          life.pass(then);
          var _ = life.happen();
        });
  }

  /** No two are alike, and their order leaves nothing to chance. */
  private static void assertOrdered(List<Gap> gaps) {
    for (int i = 1; i < gaps.size(); i++) {
      Gap one = gaps.get(i - 1);
      Gap next = gaps.get(i);
      assertTrue(Gap.ORDER.compare(one, next) < 0, () -> "%s before %s".formatted(one, next));
    }
  }

  /** Random ones from {@code from} on and before {@code end}, among them the very last. */
  private static List<Instant> moments(Instant from, Instant end, Random random) {
    List<Instant> all = new ArrayList<>();
    long millis = Duration.between(from, end).toMillis();
    if (from.isBefore(end)) {
      all.add(end.minusNanos(1));
    }
    for (int i = 0; i < 2 && millis > 0; i++) {
      all.add(from.plusMillis(random.nextLong(millis)));
    }
    return all;
  }

  @Test
  void aGapThatStaysOpenKeepsItsBeginning() {
    lives(
        (life, _) -> {
          Instant then = life.later();
          Map<String, Gap> before = gaps(life);
          for (Optional<Instant> due = next(life);
              due.isPresent() && due.get().isBefore(then);
              due = next(life)) {
            life.pass(due.get());
            before = sameSince(before, gaps(life), "time " + life.now(), Set.of());
          }
          life.pass(then);
          before = sameSince(before, gaps(life), "time " + then, Set.of());
          Event event = life.happen();
          var _ = sameSince(before, gaps(life), "%s at %s".formatted(event, then), Set.of(event));
        });
  }

  private static Map<String, Gap> sameSince(
      Map<String, Gap> before, Map<String, Gap> after, String what, Set<Event> events) {
    before.forEach(
        (key, gap) -> {
          Gap now = after.getOrDefault(key, gap);
          boolean explained =
              events.stream().anyMatch(EXPLAINED.getOrDefault(gap.kind(), Set.of())::contains);
          assertTrue(
              explained || now.since().equals(gap.since()),
              () -> "%s: %s became %s".formatted(what, gap, now));
        });
    return after;
  }

  /** All open gaps of everybody, by whose and what they are. */
  private static Map<String, Gap> gaps(CoverLife life) {
    Map<String, Gap> all = new HashMap<>();
    for (CoverLine line : life.scratch(life.now(), life.site())) {
      for (Gap gap : line.gaps()) {
        String key =
            "%s %s %s %s %s"
                .formatted(line.person(), line.file(), gap.kind(), gap.about(), more(gap));
        assertEquals(null, all.put(key, gap), "twice the same gap: " + key);
      }
    }
    return all;
  }

  /** Where several may be open about one thing, what tells them apart. */
  private static String more(Gap gap) {
    return switch (gap.kind()) {
      case APPROACH_UNWATCHED, EXCEPTION_TOO_LONG, APPLICANT_UNTOLD, TRAINING_OVERDUE ->
          gap.detail();
      default -> "";
    };
  }

  private static Optional<Instant> next(CoverLife life) {
    return life.scratch(life.now(), life.site()).stream()
        .flatMap(line -> line.next().stream())
        .min(Comparator.naturalOrder());
  }

  @Test
  void noWatchLiesFreeWithinReachOfWhoWaitsForOne() {
    lives(
        (life, _) -> {
          life.pass(life.later());
          Event event = life.happen();
          assertEquals(List.of(), life.neglected(), () -> event + " at " + life.now());
        });
  }

  @Test
  void whatIfACameraWereMissingClosesNothingButWhatIsAboutIt() {
    lives(
        (life, random) -> {
          life.pass(life.later());
          var _ = life.happen();
          List<CameraId> cameras =
              life.site().cameras().values().stream()
                  .flatMap(List::stream)
                  .map(CameraCover::camera)
                  .sorted(Comparator.comparing(CameraId::value))
                  .toList();
          if (!cameras.isEmpty()) {
            without(life, cameras.get(random.nextInt(cameras.size())));
          }
        });
  }

  private static void without(CoverLife life, CameraId camera) {
    SiteView fewer = life.site().without(camera);
    List<CoverLine> lines = life.scratch(life.now(), life.site());
    List<CoverLine> then = life.scratch(life.now(), fewer);
    for (int i = 0; i < lines.size(); i++) {
      Set<Gap> closed = new HashSet<>(lines.get(i).gaps());
      then.get(i).gaps().forEach(closed::remove);
      for (Gap gap : closed) {
        assertEquals(camera.value(), gap.about(), () -> gap + " closed");
      }
      Set<Gap> opened = new HashSet<>(then.get(i).gaps());
      lines.get(i).gaps().forEach(opened::remove);
      for (Gap gap : opened) {
        assertEquals(GapKind.PLACE_UNWATCHED, gap.kind(), () -> gap + " opened");
      }
    }
  }
}
