package org.haetae.casework.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.haetae.casework.RandomLives;
import org.haetae.casework.planning.RunOut.NotUntil;
import org.haetae.casework.planning.RunOut.On;
import org.junit.jupiter.api.Test;

class StockOutTest {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final LocalDate TODAY = LocalDate.of(2028, 2, 1);
  private static final Period TERM = Period.ofMonths(6);

  /** Nothing ever comes back. */
  private static final StockOut ONE_WAY = new StockOut(TODAY, new ReturnRates(TERM, 0, 1, 1, 0));

  /** Everything comes back when its term ends. */
  private static final StockOut TO_THE_DAY = new StockOut(TODAY, new ReturnRates(TERM, 0, 0, 1, 0));

  private static final RunOut NEVER = new NotUntil(TODAY.plusDays(365));

  @Test
  void tenWatchesAtOneADayAreMissedOnTheEleventhDay() {
    assertEquals(on(11), ONE_WAY.of(free(10), sure(1)).expected());
    assertEquals(on(101), ONE_WAY.of(free(10), sure(0.1)).expected());
    assertEquals(on(1), ONE_WAY.of(Shelf.EMPTY, sure(0.5)).expected());
  }

  @Test
  void daysCountOverALeapDay() {
    assertEquals(new On(LocalDate.of(2028, 3, 1)), ONE_WAY.of(free(28), sure(1)).expected());
    assertEquals(new NotUntil(LocalDate.of(2029, 1, 31)), ONE_WAY.of(free(1), sure(0)).expected());
  }

  @Test
  void theLastDayOfTheHorizonCounts() {
    assertEquals(on(365), ONE_WAY.of(free(364), sure(1)).expected());
    assertEquals(NEVER, ONE_WAY.of(free(365), sure(1)).expected());
  }

  @Test
  void anEmptyStationWhereNobodyAsksNeverRunsOut() {
    assertEquals(new Outlook(NEVER, NEVER), ONE_WAY.of(Shelf.EMPTY, sure(0)));
  }

  @Test
  void whoWaitsComesFirstAndToday() {
    Shelf owes = new Shelf(2, 0, 3, List.of());
    assertEquals(new Outlook(on(0), on(0)), ONE_WAY.of(owes, sure(0)));
    assertEquals(on(8), ONE_WAY.of(new Shelf(10, 0, 3, List.of()), sure(1)).expected());
  }

  /** Due on 11 February, it is back by the end of that day. */
  @Test
  void aWatchComesBackWhenItsTermEnds() {
    LocalDate due = TODAY.plusDays(10);
    Shelf one = new Shelf(0, 0, 0, List.of(due, due, due));
    double[] stock = TO_THE_DAY.expected(one, sure(0));
    assertEquals(0, stock[9]);
    assertEquals(3, stock[10]);
    assertEquals(3, stock[365]);
    assertEquals(on(1), TO_THE_DAY.of(one, sure(0.1)).expected());
    assertEquals(
        on(41), TO_THE_DAY.of(new Shelf(1, 0, 0, List.of(due, due, due)), sure(0.1)).expected());
    Shelf two = new Shelf(1, 0, 0, List.of(due));
    assertEquals(on(19), TO_THE_DAY.of(two, sure(0.11)).expected());
    assertEquals(on(9), TO_THE_DAY.of(two, sure(0.12)).expected());
  }

  /** A third is renewed each time: 2/3 back after the first end, 8/9 after the second. */
  @Test
  void renewalsPutOffWhatComesBack() {
    StockOut third = new StockOut(TODAY, new ReturnRates(TERM, 0, 1 / 3.0, 1, 0));
    double[] stock =
        third.expected(new Shelf(0, 0, 0, List.of(LocalDate.of(2028, 2, 29))), sure(0));
    assertEquals(0, stock[27], 1e-12);
    assertEquals(2 / 3.0, stock[28], 1e-12);
    // 29 August, six calendar months on, is 210 days from 1 February.
    assertEquals(2 / 3.0, stock[209], 1e-12);
    assertEquals(8 / 9.0, stock[210], 1e-12);
  }

  @Test
  void someComeBackEarlyAndSomeNever() {
    StockOut rates = new StockOut(TODAY, new ReturnRates(TERM, 0.01, 0, 0.9, 0));
    double[] stock = rates.expected(new Shelf(0, 0, 0, List.of(TODAY.plusDays(50))), sure(0));
    assertEquals(0, stock[0], 1e-12);
    assertEquals(0.9 * (1 - Math.pow(0.99, 49)), stock[49], 1e-12);
    assertEquals(0.9, stock[50], 1e-12);
  }

  @Test
  void whatIsOverdueIsTakenAsRenewedAndWhatEndsTodayIsNot() {
    Shelf shelf = new Shelf(0, 0, 0, List.of(TODAY.minusDays(1)));
    double[] stock = TO_THE_DAY.expected(shelf, sure(0));
    assertEquals(0, stock[180]);
    // Due on 31 January 2028, so next on 31 July.
    assertEquals(1, stock[181]);
    assertEquals(1, TO_THE_DAY.expected(new Shelf(0, 0, 0, List.of(TODAY)), sure(0))[0]);
  }

  @Test
  void whatIsKeptComesBackAsIfHandedOverToday() {
    double[] stock = TO_THE_DAY.expected(new Shelf(1, 2, 1, List.of()), sure(0));
    // 1 August is 182 days on.
    assertEquals(0, stock[181]);
    assertEquals(3, stock[182]);
  }

  /** One a day for half a year needs 182 watches (1 August after 1 February), and then as many. */
  @Test
  void whatIsHandedOverLaterComesBackToo() {
    double[] stock = TO_THE_DAY.expected(free(200), sure(1));
    assertEquals(200 - 182, stock[182], 1e-9);
    // Half years have 181 to 184 days.
    assertTrue(stock[365] >= 200 - 184 && stock[365] <= 200 - 181, "left " + stock[365]);
    assertEquals(NEVER, TO_THE_DAY.of(free(200), sure(1)).expected());
    assertEquals(on(181), TO_THE_DAY.of(free(180), sure(1)).expected());
  }

  /** Poisson with mean m exceeds 4 with a tenth at m = 2.43: after 25 days at 0.1. */
  @Test
  void theEarlyDayIsWhenATenthOfTheTimesItIsTooLate() {
    Outlook outlook = ONE_WAY.of(free(4), sure(0.1));
    assertEquals(on(25), outlook.early());
    assertEquals(on(41), outlook.expected());
    Outlook unsure = ONE_WAY.of(free(4), new Demand(0.1, new RateSpread(1, 0, 0)));
    assertEquals(on(41), unsure.expected());
    assertTrue(day(unsure.early()) < 25, "an unsure rate is more to be feared");
  }

  @Test
  void aCountryIsItsStationsTogether() {
    Shelf here = new Shelf(1, 2, 3, List.of(TODAY));
    Shelf there = new Shelf(4, 5, 6, List.of(TODAY.plusDays(1)));
    Shelf all = Shelf.together(List.of(here, there));
    assertEquals(new Shelf(5, 7, 9, List.of(TODAY, TODAY.plusDays(1))), all);
    assertEquals(14, all.watches());
    assertThrows(IllegalArgumentException.class, () -> new Shelf(-1, 0, 0, List.of()));
  }

  @Test
  void moreStockNeverBringsTheDayForwardAndMoreDemandNeverPutsItOff() {
    RandomLives.play(
        400,
        random -> {
          StockOut stockOut = new StockOut(day(random), rates(random));
          Shelf shelf = shelf(random);
          Demand demand = demand(random);
          Outlook outlook = stockOut.of(shelf, demand);
          assertTrue(day(outlook.early()) <= day(outlook.expected()));

          Shelf more =
              new Shelf(
                  shelf.free() + 1 + random.nextInt(3), shelf.kept(), shelf.owed(), shelf.due());
          notEarlier(outlook, stockOut.of(more, demand));
          List<LocalDate> due = new ArrayList<>(shelf.due());
          due.add(TODAY.plusDays(random.nextInt(400)));
          notEarlier(
              outlook,
              stockOut.of(new Shelf(shelf.free(), shelf.kept(), shelf.owed(), due), demand));
          Demand higher = new Demand(demand.perDay() * (1 + random.nextDouble()), demand.spread());
          notEarlier(stockOut.of(shelf, higher), outlook);
          Shelf owes = new Shelf(shelf.free(), shelf.kept(), shelf.owed() + 1, shelf.due());
          notEarlier(stockOut.of(owes, demand), outlook);
        });
  }

  /** Where nothing is lost, what isn't in stock is with somebody: no more, and no fewer. */
  @Test
  void watchesAreConserved() {
    RandomLives.play(
        200,
        random -> {
          ReturnRates some = rates(random);
          ReturnRates rates = new ReturnRates(some.term(), some.early(), some.renewed(), 1, 0);
          Shelf shelf = shelf(random);
          StockOut stockOut = new StockOut(TODAY, rates);
          for (double stock : stockOut.expected(shelf, sure(0))) {
            assertTrue(stock <= shelf.watches() + 1e-9, "no watch is born");
            assertTrue(stock >= shelf.free() - shelf.owed() - 1e-9, "none that was here leaves");
          }
          StockOut all = new StockOut(TODAY, new ReturnRates(some.term(), 1, 0, 1, 0));
          assertEquals(shelf.watches(), all.expected(shelf, sure(0))[365], 1e-9);
        });
  }

  /** Watches and people one by one, who come and go by chance, on average as was expected. */
  @Test
  void agreesWithWatchesThatAreFollowedOneByOne() {
    RandomLives.play(
        4,
        random -> {
          ReturnRates rates = new ReturnRates(Period.ofMonths(2), 0.004, 0.4, 0.9, 0);
          Shelf shelf = new Shelf(9, 2, 1, List.of(TODAY.plusDays(5), TODAY.plusDays(40), TODAY));
          Demand demand = new Demand(0.15, new RateSpread(0.1, 0, 0));
          double[] expected = new StockOut(TODAY, rates).expected(shelf, demand);
          int[] days = {1, 30, 61, 200, 365};
          double[] sums = new double[days.length];
          int runs = 4_000;
          int early = 0;
          Outlook outlook = new StockOut(TODAY, rates).of(shelf, demand);
          int earlyDay = day(outlook.early());
          for (int run = 0; run < runs; run++) {
            int[] stock = FollowedWatches.stock(random, TODAY, shelf, demand, rates);
            for (int i = 0; i < days.length; i++) {
              sums[i] += stock[days[i]];
            }
            early += stock[earlyDay] < 0 ? 1 : 0;
          }
          for (int i = 0; i < days.length; i++) {
            assertEquals(expected[days[i]], sums[i] / runs, 0.35, "day " + days[i]);
          }
          assertTrue(earlyDay < 365, "early on " + earlyDay);
          assertEquals(0.1, early / (double) runs, 0.045, "on day " + earlyDay);
        });
  }

  @Test
  void aCountryTakesNoTimeToSpeakOf() {
    Random random = new Random(1);
    List<Shelf> shelves = new ArrayList<>();
    for (int station = 0; station < 300; station++) {
      List<LocalDate> due = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        due.add(TODAY.plusDays(random.nextInt(182)));
      }
      shelves.add(new Shelf(3, 0, 0, due));
    }
    Demand demand = new Demand(0.05, new RateSpread(0.1, 1e-4, 0.1));
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 12; round++) {
      long start = CPU.getCurrentThreadCpuTime();
      StockOut stockOut = new StockOut(TODAY, new ReturnRates(TERM, 0.002, 0.4, 0.95, 100));
      long never =
          shelves.stream()
              .filter(shelf -> stockOut.of(shelf, demand).expected().equals(NEVER))
              .count();
      best = Math.min(best, CPU.getCurrentThreadCpuTime() - start);
      assertTrue(never <= 300);
    }
    System.out.printf("300 stations, 365 days: %.1f ms%n", best / 1e6);
    assertTrue(best < 100_000_000, "took %d ms".formatted(best / 1_000_000));
  }

  private static void notEarlier(Outlook than, Outlook outlook) {
    assertTrue(day(outlook.expected()) >= day(than.expected()), than + " and " + outlook);
    assertTrue(day(outlook.early()) >= day(than.early()), than + " and " + outlook);
  }

  private static LocalDate day(Random random) {
    return TODAY.plusDays(random.nextInt(60));
  }

  private static ReturnRates rates(Random random) {
    return new ReturnRates(
        random.nextBoolean() ? TERM : Period.ofDays(1 + random.nextInt(400)),
        random.nextInt(2) * random.nextDouble() * 0.02,
        random.nextInt(5) / 4.0,
        random.nextInt(5) / 4.0,
        0);
  }

  private static Shelf shelf(Random random) {
    List<LocalDate> due = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      due.add(TODAY.plusDays(random.nextInt(-60, 420)));
    }
    return new Shelf(random.nextInt(12), random.nextInt(3), random.nextInt(4), due);
  }

  private static Demand demand(Random random) {
    return new Demand(
        random.nextInt(4) == 0 ? 0 : random.nextDouble() * 0.3,
        new RateSpread(random.nextDouble() * 2, random.nextDouble() * 1e-3, random.nextDouble()));
  }

  private static Demand sure(double perDay) {
    return new Demand(perDay, RateSpread.NONE);
  }

  private static Shelf free(int watches) {
    return new Shelf(watches, 0, 0, Collections.emptyList());
  }

  private static RunOut on(int day) {
    return new On(TODAY.plusDays(day));
  }

  /** Days from a fixed one; never is later than any. */
  private static int day(RunOut runOut) {
    return switch (runOut) {
      case On on -> (int) (on.day().toEpochDay() - TODAY.toEpochDay());
      case NotUntil _ -> Integer.MAX_VALUE;
    };
  }
}
