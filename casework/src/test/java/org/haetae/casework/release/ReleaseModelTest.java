package org.haetae.casework.release;

import static org.haetae.casework.release.Recipient.PROTECTED_PERSON;
import static org.haetae.casework.release.Releases.CASE;
import static org.haetae.casework.release.Releases.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.haetae.casework.Deeds;
import org.haetae.casework.PlainCalendar;
import org.haetae.casework.RandomLives;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.casework.release.ReleaseFact.Confirmed;
import org.haetae.casework.release.ReleaseFact.NoticeRefused;
import org.haetae.casework.release.ReleaseFact.RefusalReviewed;
import org.haetae.casework.release.ReleaseFact.Reported;
import org.haetae.casework.release.ReleaseFact.WrongPin;
import org.haetae.casework.staff.Deed;
import org.junit.jupiter.api.Test;

/**
 * Random notices against a plain model that keeps nothing but what was done, and reads all of it
 * again for each question.
 */
class ReleaseModelTest {
  @Test
  void noticesAgreeWithThePlainModel() {
    RandomLives.play(80, random -> new Life(random).play());
  }

  private static final class Life {
    private final Random random;
    private final ZoneId zone;
    private final NoticeRule rule;

    /** Few notices meet long stories of their own, many meet each other. */
    private final int notices;

    private final List<ReleaseFact> log = new ArrayList<>();
    private ReleaseFile file = ReleaseFile.EMPTY;
    private Instant now;

    Life(Random random) {
      this.random = random;
      zone = PlainCalendar.ZONES.get(random.nextInt(PlainCalendar.ZONES.size()));
      rule = Releases.rule(zone);
      notices = 1 + random.nextInt(3);
      now = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(315_000_000));
    }

    void play() {
      for (int step = 0; step < 80; step++) {
        now = now.plus(Duration.ofMinutes(random.nextInt(120)));
        step(Deeds.officer(now));
        compare();
      }
    }

    private void step(Deed deed) {
      int number = 1 + random.nextInt(notices);
      Recipient to = List.of(Recipient.values()).get(random.nextInt(2));
      boolean open = open(number, to);
      switch (random.nextInt(8)) {
        case 0 -> report(deed);
        case 1, 2 -> {
          Outcome outcome = List.of(Outcome.values()).get(random.nextInt(3));
          // One that was under way as somebody confirmed or refused is written down, too.
          take(number <= reports().size(), () -> Releases.attempt(number, to, outcome, now));
        }
        case 3, 4 -> guess(number, to, open, deed);
        case 5 -> {
          String proof = random.nextInt(3) > 0 ? " " : "nodded";
          take(
              open && !proof.isBlank(),
              () -> new Confirmed(now, deed.by(), number, to, Confirmation.IN_PERSON, proof));
        }
        case 6 -> {
          String words = random.nextInt(4) == 0 ? "" : "no calls";
          take(!words.isEmpty(), () -> new NoticeRefused(now, deed.by(), words));
        }
        default -> {
          boolean still = random.nextInt(3) == 0;
          take(refusedSince().isPresent(), () -> new RefusalReviewed(now, deed.by(), still));
        }
      }
    }

    private void report(Deed deed) {
      String key = "report-" + random.nextInt(5);
      Optional<Reported> fact = file.report(Releases.event(key, now), deed);
      assertEquals(reports().stream().noneMatch(one -> one.key().equals(key)), fact.isPresent());
      fact.ifPresent(reported -> take(true, () -> reported));
    }

    private void guess(int number, Recipient to, boolean open, Deed deed) {
      String right =
          number <= reports().size() ? PIN.code(CASE, reports().get(number - 1).key(), to) : "";
      boolean knows = random.nextInt(6) == 0;
      String given = knows ? right : Releases.wrong(right);
      Optional<ReleaseFact> fact =
          take(
              open && wrong(number, to) < 3,
              () -> file.confirm(CASE, number, to, given, PIN, rule, deed));
      fact.ifPresent(it -> assertEquals(knows, it instanceof Confirmed));
    }

    /** What the model says must match whether it is refused. */
    private Optional<ReleaseFact> take(boolean may, Supplier<ReleaseFact> command) {
      ReleaseFact fact;
      try {
        fact = command.get();
        file = file.after(fact);
      } catch (ReleaseRefusal refusal) {
        assertFalse(may, () -> "refused, but the model takes it: " + refusal.getMessage());
        return Optional.empty();
      }
      assertTrue(may, () -> "taken, but the model refuses " + fact);
      log.add(fact);
      return Optional.of(fact);
    }

    private void compare() {
      assertEquals(refusedSince(), file.refusedSince());
      assertEquals(
          refusedSince().map(since -> PlainCalendar.daysLater(since, 90, zone)),
          file.refusedSince().map(rule::reviewDue));
      assertEquals(reports().size(), file.notices().size());
      for (ReleaseNotice notice : file.notices()) {
        for (Recipient to : Recipient.values()) {
          assertEquals(next(notice.number(), to), notice.nextAttempt(to, rule), () -> "" + log);
          assertEquals(open(notice.number(), to), notice.unconfirmed().containsKey(to));
        }
        assertEquals(
            reports().get(notice.number() - 1).at().plus(Duration.ofDays(1)),
            notice.inPersonDue(rule));
      }
    }

    private List<Reported> reports() {
      return log.stream().filter(Reported.class::isInstance).map(Reported.class::cast).toList();
    }

    private Optional<Instant> refusedSince() {
      Optional<Instant> since = Optional.empty();
      for (ReleaseFact fact : log) {
        if (fact instanceof NoticeRefused) {
          since = Optional.of(fact.at());
        } else if (fact instanceof RefusalReviewed review) {
          since = review.stillRefuses() ? Optional.of(fact.at()) : Optional.empty();
        }
      }
      return since;
    }

    private boolean open(int number, Recipient to) {
      boolean confirmed =
          log.stream()
              .anyMatch(
                  fact -> fact instanceof Confirmed it && it.number() == number && it.to() == to);
      boolean spared = to == PROTECTED_PERSON && refusedSince().isPresent();
      return number <= reports().size() && !confirmed && !spared;
    }

    private long wrong(int number, Recipient to) {
      return log.stream()
          .filter(fact -> fact instanceof WrongPin it && it.number() == number && it.to() == to)
          .count();
    }

    /** Since the person last changed its mind, the newest attempt says when; else it is at once. */
    private Optional<Instant> next(int number, Recipient to) {
      if (!open(number, to)) {
        return Optional.empty();
      }
      for (ReleaseFact fact : log.reversed()) {
        if (fact instanceof Attempted it && it.number() == number && it.to() == to) {
          return Optional.of(it.at().plusSeconds(it.outcome() == Outcome.ANSWERED ? 7_200 : 1_800));
        }
        if (to == PROTECTED_PERSON && fact instanceof RefusalReviewed) {
          break;
        }
      }
      return Optional.of(reports().get(number - 1).at());
    }
  }
}
