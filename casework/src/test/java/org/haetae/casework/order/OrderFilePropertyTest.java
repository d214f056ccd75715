package org.haetae.casework.order;

import static org.haetae.casework.order.Orders.SEOUL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.haetae.casework.order.Measure.StayAway;
import org.haetae.casework.order.OrderEvent.Extended;
import org.haetae.casework.order.OrderEvent.Resumed;
import org.haetae.casework.order.OrderEvent.Revoked;
import org.haetae.casework.order.OrderEvent.Suspended;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.junit.jupiter.api.Test;

/**
 * Random lives of orders against a plain model that keeps a list of hours in which the order holds.
 * {@code -Dhaetae.seed=N} plays one life again.
 */
class OrderFilePropertyTest {
  private static final int LIVES = 400;
  private static final OrderRules KOREA = OrderRulesReader.korea();

  /** One kind of order with its numbers written down once more, by hand. */
  private record Kind(
      OrderKind kind, Offence offence, String basis, int months, int times, int each, int total) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(OrderKind.EMERGENCY, Offence.STALKING, "스토킹처벌법 제4조", 1, 0, 0, 1),
          new Kind(OrderKind.PROVISIONAL, Offence.STALKING, Orders.STALKING_9, 3, 2, 3, 9),
          new Kind(OrderKind.PROVISIONAL, Offence.DOMESTIC_VIOLENCE, "가정폭력처벌법 제29조", 2, 2, 2, 6),
          new Kind(OrderKind.PROVISIONAL, Offence.CHILD_ABUSE, "아동학대처벌법 제19조", 2, 2, 2, 6),
          new Kind(
              OrderKind.PROTECTION_ORDER,
              Offence.DOMESTIC_VIOLENCE,
              "가정폭력처벌법 제55조의2",
              12,
              99,
              2,
              36),
          new Kind(
              OrderKind.PROTECTION_ORDER, Offence.DOMESTIC_VIOLENCE, "가정폭력처벌법 제40조", 6, 1, 12, 12));

  @Test
  void livesAgreeWithThePlainModel() {
    Long fixed = Long.getLong("haetae.seed");
    long first = fixed != null ? fixed : System.nanoTime();
    for (long seed = first; seed < first + (fixed != null ? 1 : LIVES); seed++) {
      try {
        new Life(new Random(seed)).play();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("broken by -Dhaetae.seed=" + seed + ": " + e, e);
      }
    }
  }

  /** The model: whether each event is to be taken, and then hour by hour what holds. */
  private static final class Life {
    private final Random random;
    private final Kind kind;
    private final Instant from;
    private final List<OrderEvent> taken = new ArrayList<>();
    private OrderFile file;
    private Instant end;
    private boolean suspended;
    private boolean revoked;
    private int extensions;
    private Instant now;

    Life(Random random) {
      this.random = random;
      kind = KINDS.get(random.nextInt(KINDS.size()));
      LocalDate day = LocalDate.of(2023, 12, 1).plusDays(random.nextInt(600));
      LocalTime time = random.nextBoolean() ? LocalTime.MIDNIGHT : LocalTime.of(15, 0);
      from = day.atTime(time).atZone(SEOUL).toInstant();
      end = random.nextBoolean() ? months(from, kind.months()) : hours(from, 24, 20 * 24);
      now = from.minus(Duration.ofHours(random.nextInt(48)));
      file =
          OrderFile.issued(
              Orders.order(kind.kind(), kind.offence(), kind.basis(), from, end),
              List.of(new StayAway()));
    }

    void play() {
      for (int step = 0; step < 12; step++) {
        now = now.plus(Duration.ofHours(random.nextInt(30 * 24)));
        Optional<OrderEvent> event = tried(random.nextInt(8));
        event.ifPresent(
            happened -> {
              file = file.after(happened);
              taken.add(happened);
            });
        assertFalse(cap().isBefore(file.endsAt()), "ends beyond the law");
      }
      assertEquals(taken, file.history());
      compare();
    }

    /** What the model says must match whether the command is refused. */
    private Optional<OrderEvent> tried(int what) {
      boolean alive = !revoked && now.isBefore(end);
      return switch (what) {
        case 0 -> {
          boolean may = alive;
          revoked |= may;
          end = may ? now : end;
          yield answer(may, () -> file.revoke(now, "over"));
        }
        case 1, 2 -> {
          boolean may = alive && !suspended;
          suspended |= may;
          yield answer(may, () -> file.suspend(now, "appeal"));
        }
        case 3, 4 -> {
          boolean may = alive && suspended;
          suspended &= !may;
          yield answer(may, () -> file.resume(now));
        }
        default -> {
          Instant until = hours(end, -48, 80 * 24);
          boolean may =
              alive && until.isAfter(end) && extensions < kind.times() && !until.isAfter(latest());
          Optional<OrderEvent> event =
              answer(may, () -> file.extend(until, "court", "n", now, KOREA));
          end = may ? until : end;
          extensions += may ? 1 : 0;
          yield event;
        }
      };
    }

    private static Optional<OrderEvent> answer(boolean may, Supplier<OrderEvent> command) {
      try {
        OrderEvent event = command.get();
        assertTrue(may, () -> "taken, but the model refuses " + event);
        return Optional.of(event);
      } catch (OrderRefusal refusal) {
        assertFalse(may, () -> "refused, but the model takes it: " + refusal.sentence());
        return Optional.empty();
      }
    }

    private Instant latest() {
      Instant byEach = months(end, kind.each());
      Instant byTotal = months(from, kind.total());
      // where both are limits the earlier counts; three terms of n months are no total in the law
      boolean totalCounts = kind.times() == 99 || kind.times() == 1;
      return totalCounts && byTotal.isBefore(byEach) ? byTotal : byEach;
    }

    /** No lawful order outlasts its total, but for days that short months and begun days add. */
    private Instant cap() {
      return months(from, kind.total()).plus(Duration.ofDays(3L * Math.min(kind.times(), 3)));
    }

    private void compare() {
      Instant stop = end.plus(Duration.ofDays(40));
      for (Instant t = from.minus(Duration.ofDays(3)); t.isBefore(stop); t = t.plusSeconds(3600)) {
        boolean holds = holds(t);
        assertEquals(holds, file.inForceAt(t), "in force at " + t);
        Instant moment = t;
        file.usableAt(t)
            .ifPresentOrElse(
                order -> assertTrue(holds && order.inForceAt(moment), "usable at " + moment),
                () -> assertFalse(holds, "not usable at " + moment));
      }
    }

    private boolean holds(Instant t) {
      Instant ends = file.issued().validity().until();
      boolean paused = false;
      for (OrderEvent event : taken) {
        if (event.at().isAfter(t)) {
          break;
        }
        switch (event) {
          case Extended extended -> ends = extended.until();
          case Suspended _ -> paused = true;
          case Resumed _ -> paused = false;
          case Revoked _ -> ends = Instant.MIN;
        }
      }
      return !paused && !t.isBefore(from) && t.isBefore(ends);
    }

    private Instant hours(Instant base, int least, int bound) {
      return base.plus(Duration.ofHours(random.nextInt(least, bound)));
    }

    private static Instant months(Instant base, int months) {
      var local = base.atZone(SEOUL);
      boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
      LocalDate first = midnight ? local.toLocalDate() : local.toLocalDate().plusDays(1);
      LocalDate target = first.withDayOfMonth(1).plusMonths(months);
      LocalDate last =
          first.getDayOfMonth() > target.lengthOfMonth()
              ? target.plusMonths(1)
              : target.withDayOfMonth(first.getDayOfMonth());
      return last.atStartOfDay(SEOUL).toInstant();
    }
  }
}
