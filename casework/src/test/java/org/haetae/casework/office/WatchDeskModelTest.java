package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.training.Curriculum;
import org.haetae.casework.watch.WatchRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten years of an office at random against a plain model: two processes write one ledger in turn,
 * rules are broken all the time, and what is left must be what the model says, step by step. {@code
 * -Dhaetae.seed=N} plays one life again.
 */
class WatchDeskModelTest {
  private static final int LIVES = 3;
  private static final Instant START = Instant.parse("2027-12-20T00:00:00Z");
  private static final Instant END = Instant.parse("2037-12-20T00:00:00Z");
  private static final Plan KOREA = PlanReader.korea();

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Seoul", "America/New_York", "Europe/Berlin"})
  void anOfficeAgreesWithThePlainModel(String zone) {
    Long fixed = Long.getLong("haetae.seed");
    long first = fixed != null ? fixed : System.nanoTime();
    for (long seed = first; seed < first + (fixed != null ? 1 : LIVES); seed++) {
      Life life = new Life(new Random(seed), ZoneId.of(zone));
      try {
        life.play();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "broken by -Dhaetae.seed=%d at step %d, %s: %s".formatted(seed, life.step, life.at, e),
            e);
      }
    }
  }

  private static Plan in(ZoneId zone) {
    WatchRules watches = KOREA.watches();
    return new Plan(
        KOREA.checklist(),
        KOREA.cover(),
        new WatchRules(
            watches.reach(),
            watches.term(),
            watches.wearing(),
            watches.silence(),
            watches.stalePosition(),
            watches.lowBattery(),
            zone),
        KOREA.notices(),
        KOREA.inspections(),
        new Curriculum(zone, KOREA.curriculum().modules()),
        KOREA.drill(),
        KOREA.support());
  }

  private static final class Life {
    private static final int REPLAY_EVERY = 25;

    private final Dice dice;
    private final Plan plan;
    private final double reach;
    private final NavigableSet<Instant> awkward;
    private final MemoryLedger ledger = new MemoryLedger();
    private final Desks one;
    private final Desks other;
    private PlainOffice model;
    private Instant now = START;
    private int step;
    private String at = "the beginning";

    Life(Random random, ZoneId zone) {
      dice = new Dice(random);
      plan = in(zone);
      reach = plan.watches().reach();
      awkward = awkward(zone);
      one = Desks.over(ledger, plan);
      other = Desks.over(ledger, plan);
      model = new PlainOffice(new PlainCalendar(zone), reach);
    }

    /**
     * Moments from which a term of six months runs into a day or an hour that there isn't, and leap
     * days.
     */
    private static NavigableSet<Instant> awkward(ZoneId zone) {
      NavigableSet<Instant> all = new TreeSet<>();
      for (int year = 2027; year <= 2037; year++) {
        LocalDate august = LocalDate.of(year, 8, 31);
        all.add(august.atTime(9, 30).atZone(zone).toInstant());
        all.add(august.withDayOfMonth(29).atTime(23, 59).atZone(zone).toInstant());
        if (LocalDate.of(year, 1, 1).isLeapYear()) {
          all.add(LocalDateTime.of(year, 2, 29, 0, 0).atZone(zone).toInstant());
        }
      }
      ZoneOffsetTransition change = zone.getRules().nextTransition(START);
      while (change != null && change.getInstant().isBefore(END)) {
        LocalDateTime within = change.getDateTimeBefore().plusMinutes(change.isGap() ? 30 : -30);
        all.add(within.minusMonths(6).atZone(zone).toInstant());
        all.add(change.getInstant().plusSeconds(1_800));
        change = zone.getRules().nextTransition(change.getInstant());
      }
      return all;
    }

    void play() {
      for (int i = 0; i < 6; i++) {
        play(watches().place(deed()));
        play(watches().receive(deed()));
        play(cases().open(deed()));
      }
      while (now.isBefore(END)) {
        boolean special = advance();
        if (special) {
          play(dice.oneIn(2) ? watches().issue(deed()) : watches().renew(deed()));
        }
        play(dice.oneIn(3) ? cases().next(deed()) : watches().next(deed()));
      }
      replay();
    }

    /** Half a day to a month, or not at all; true where it stopped at an awkward moment. */
    private boolean advance() {
      if (dice.oneIn(6)) {
        return false;
      }
      Instant next = now.plus(Duration.ofMinutes(dice.random().nextInt(24 * 24 * 60)));
      Instant stop = awkward.higher(now);
      boolean stops = stop != null && stop.isBefore(next) && !dice.oneIn(3);
      now = stops && stop != null ? stop : next;
      return stops;
    }

    private Deed deed() {
      return new Deed(dice.actor(), now);
    }

    private RandomWatchCommands watches() {
      return new RandomWatchCommands(dice, model, reach);
    }

    private RandomCaseCommands cases() {
      return new RandomCaseCommands(dice, model, plan);
    }

    private void play(Command command) {
      step++;
      at = "%s: %s".formatted(now, command.words());
      PlainOffice then = new PlainOffice(model);
      boolean may = allowed(command, then);
      boolean first = dice.oneIn(2);
      Desks acting = first ? one : other;
      Desks watching = first ? other : one;
      OfficeState before = OfficeState.of(acting.office());
      try {
        command.real().accept(acting);
        assertTrue(may, "taken, but the model refuses it");
        model = then;
      } catch (Refusal refusal) {
        assertFalse(may && command.foreseen(), () -> "refused, but the model takes it: " + refusal);
        refused(command, refusal, before, acting.office());
      }
      watching.office().catchUp();
      assertEquals(OfficeState.of(acting.office()), OfficeState.of(watching.office()));
      acting.office().look(this::check);
      if (step % REPLAY_EVERY == 0) {
        replay();
      }
    }

    private static boolean allowed(Command command, PlainOffice then) {
      try {
        command.plain().accept(then);
        return true;
      } catch (PlainOffice.No no) {
        return false;
      }
    }

    private void refused(Command command, Refusal refusal, OfficeState before, Office office) {
      assertEquals(before, OfficeState.of(office), "a refusal changed something");
      Optional<String> name = command.mustName().apply(model);
      String message = String.valueOf(refusal.getMessage());
      name.ifPresent(
          wanted -> assertTrue(message.contains(wanted), () -> "no " + wanted + " in: " + message));
    }

    private boolean check(Files files) {
      new PlainCheck(model, files, reach).run();
      return true;
    }

    private void replay() {
      assertEquals(OfficeState.of(new Office(ledger)), OfficeState.of(one.office()), "replayed");
    }
  }
}
