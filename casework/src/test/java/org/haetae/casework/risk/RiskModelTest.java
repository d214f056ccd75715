package org.haetae.casework.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.haetae.casework.Deeds;
import org.haetae.casework.PlainCalendar;
import org.haetae.casework.RandomLives;
import org.haetae.casework.risk.RiskFact.Assessed;
import org.haetae.casework.risk.RiskFact.Raised;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.order.RiskGrade;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ten years of random cases against a plain model that keeps the grade and two moments. */
class RiskModelTest {
  @Test
  void tenYearsAgreeWithThePlainModel() {
    RandomLives.play(120, random -> new Life(random).play());
  }

  private static final class Life {
    private static final Instant BEGIN = Instant.parse("2023-12-31T13:00:00Z");
    private static final Instant END = BEGIN.plus(Duration.ofDays(3653));

    private final Random random;
    private final ZoneId zone;
    private final Map<RiskGrade, TemporalAmount> times = new EnumMap<>(RiskGrade.class);
    private final Checklist list;
    private final List<RiskFact> taken = new ArrayList<>();
    private final List<RiskFile> files = new ArrayList<>();
    private RiskFile file = RiskFile.EMPTY;
    private Instant now = BEGIN;
    private @Nullable RiskGrade grade;
    private @Nullable RiskGrade given;
    private Instant since = BEGIN;
    private boolean awaits;
    private Instant looked = BEGIN;

    Life(Random random) {
      this.random = random;
      zone = PlainCalendar.ZONES.get(random.nextInt(PlainCalendar.ZONES.size()));
      for (RiskGrade each : RiskGrade.values()) {
        int days = 1 + random.nextInt(70);
        times.put(each, random.nextInt(4) == 0 ? Duration.ofHours(days) : Period.ofDays(days));
      }
      list = Checklists.random(random, 1 + random.nextInt(6));
    }

    void play() {
      while (now.isBefore(END)) {
        now = now.plusSeconds(random.nextInt(100 * 86_400));
        Deed deed = random.nextInt(3) == 0 ? Deeds.supervisor(now) : Deeds.officer(now);
        switch (random.nextInt(4)) {
          case 0 -> raise(deed);
          case 1 -> lower(deed);
          default -> assess(deed);
        }
        compare();
      }
      // what was a file once is what it was then: each later one only goes on
      assertEquals(taken.size(), files.size());
      for (int i = 0; i < files.size(); i++) {
        assertEquals(taken.subList(0, i + 1), files.get(i).history());
      }
    }

    private void assess(Deed deed) {
      Map<String, Answer> answers = new HashMap<>(Checklists.answers(random, list));
      boolean may = random.nextInt(20) > 0;
      if (!may) {
        answers.put("another-lists", Answer.NO);
      }
      if (answer(may, () -> file.assess(list, answers, deed)) instanceof Assessed fact) {
        GradeRange range = Checklists.plainRange(list, answers);
        assertEquals(
            new Assessed(now, deed.by(), list.version(), answers, range, deed.actor().supervises()),
            fact);
        RiskGrade highest = range.highest();
        boolean falls = grade != null && highest.compareTo(grade) < 0;
        awaits = falls && !deed.actor().supervises();
        grade = awaits ? grade : highest;
        looked = now;
        since = now;
        given = highest;
      }
    }

    private void raise(Deed deed) {
      RiskGrade to = Checklists.grade(random);
      String reason = random.nextInt(10) == 0 ? " " : "seen";
      boolean may = grade != null && to.compareTo(grade) > 0 && !reason.isBlank();
      if (answer(may, () -> file.raise(to, reason, deed)) instanceof Raised) {
        grade = to;
        awaits = false;
        since = now;
      }
    }

    private void lower(Deed deed) {
      RiskGrade to = Checklists.grade(random);
      String reason = random.nextInt(10) == 0 ? "" : "calm";
      boolean may =
          grade != null
              && deed.actor().supervises()
              && to.compareTo(grade) < 0
              && !reason.isBlank();
      if (answer(may, () -> file.lower(to, reason, deed)) != null) {
        grade = to;
        awaits = false;
        since = looked;
      }
    }

    /** What the model says must match whether the command is refused. */
    private @Nullable RiskFact answer(boolean may, Supplier<RiskFact> command) {
      RiskFact fact;
      try {
        fact = command.get();
      } catch (RiskRefusal refusal) {
        assertFalse(may, () -> "refused, but the model takes it: " + refusal.getMessage());
        return null;
      }
      assertTrue(may, () -> "taken, but the model refuses " + fact);
      file = file.after(fact);
      taken.add(fact);
      files.add(file);
      return fact;
    }

    private void compare() {
      assertEquals(Optional.ofNullable(grade), file.grade());
      assertEquals(awaits, file.awaitsSupervisor());
      assertEquals(
          Optional.ofNullable(grade).map(this::due), file.reviewDue(new ReviewRule(zone, times)));
    }

    /** A raise never puts off the review that the assessment had set. */
    private Instant due(RiskGrade of) {
      Instant own = due(of, since);
      Instant before = due(Objects.requireNonNull(given), looked);
      return since.equals(looked) || own.isBefore(before) ? own : before;
    }

    private Instant due(RiskGrade of, Instant from) {
      TemporalAmount time = Objects.requireNonNull(times.get(of));
      return time instanceof Period days
          ? PlainCalendar.daysLater(from, Math.toIntExact(days.get(ChronoUnit.DAYS)), zone)
          : from.plus(time);
    }
  }
}
