package org.haetae.casework.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * When stocks run out, day by day. Watches that people have come back as {@link ReturnRates} say,
 * each when its own term ends or sooner; what is asked for from tomorrow on is handed over at once
 * and comes back by the same rates. Of those handed over from now on, the number still out on a day
 * is Poisson where requests are (the queue M/G/∞: S. M. Ross, Introduction to Probability Models,
 * chapter 5), so it is negative binomial where their rate is unsure. Returns of watches that are
 * out now are taken as expected; that leaves a little out of the range of {@link Outlook#early}.
 *
 * <p>A watch comes back to the station that handed it over. Overdue ones are taken as renewed, as
 * nobody knows when they come. Watches that are lost or in repair don't count. Immutable; made once
 * for all stations of a day.
 */
public final class StockOut {
  /** Days that are looked ahead. */
  public static final int HORIZON = 365;

  private static final double RISK = 0.1;

  /** So that ten tenths of a watch make one. */
  private static final double ROUNDING = 1e-9;

  private final LocalDate today;
  private final ReturnRates rates;

  /** Share of the watches within a term that is still out after some days. */
  private final double[] stays = new double[HORIZON + 1];

  /** Of one watch handed over today: the share that is back, by day. */
  private final double[] backOfToday = new double[HORIZON + 1];

  /** Where one watch a day is handed over from tomorrow on: how many are out, by day. */
  private final double[] outOfOneADay = new double[HORIZON + 1];

  public StockOut(LocalDate today, ReturnRates rates) {
    this.today = today;
    this.rates = rates;
    for (int day = 0; day <= HORIZON; day++) {
      stays[day] = Math.pow(1 - rates.early(), day);
    }
    addBack(backOfToday, today.plus(rates.term()), 0);
    for (int handed = 1; handed <= HORIZON; handed++) {
      double[] back = new double[HORIZON + 1];
      addBack(back, today.plusDays(handed).plus(rates.term()), handed);
      for (int day = handed; day <= HORIZON; day++) {
        outOfOneADay[day] += 1 - back[day];
      }
    }
  }

  public Outlook of(Shelf shelf, Demand demand) {
    double[] left = withoutDemand(shelf);
    RunOut never = new RunOut.NotUntil(today.plusDays(HORIZON));
    RunOut early = never;
    for (int day = 0; day <= HORIZON; day++) {
      double out = demand.perDay() * outOfOneADay[day];
      boolean expected = left[day] - out < -ROUNDING;
      if (early.equals(never) && (expected || risky(left[day], demand, out, day))) {
        early = new RunOut.On(today.plusDays(day));
      }
      if (expected) {
        return new Outlook(new RunOut.On(today.plusDays(day)), early);
      }
    }
    return new Outlook(never, early);
  }

  /**
   * The stock expected at the end of each day from today on, {@link #HORIZON} + 1 of them; below 0,
   * people who wait.
   */
  public double[] expected(Shelf shelf, Demand demand) {
    double[] stock = withoutDemand(shelf);
    for (int day = 0; day <= HORIZON; day++) {
      stock[day] -= demand.perDay() * outOfOneADay[day];
    }
    return stock;
  }

  private double[] withoutDemand(Shelf shelf) {
    double[] stock = new double[HORIZON + 1];
    Arrays.fill(stock, shelf.free() - shelf.owed());
    int handedToday = shelf.kept() + shelf.owed();
    for (int day = 0; day <= HORIZON; day++) {
      stock[day] += handedToday * backOfToday[day];
    }
    for (LocalDate due : shelf.due()) {
      addBack(stock, due, 0);
    }
    return stock;
  }

  private static boolean risky(double left, Demand demand, double out, int day) {
    if (day == 0) {
      return false;
    }
    int most = (int) Math.floor(left + ROUNDING);
    double beyond = most + 1 - out;
    double variance = out + out * out * demand.spread().over(day);
    // Cantelli: more than that is rarer than this, whatever the distribution. It saves most days.
    if (beyond > 0 && variance / (variance + beyond * beyond) <= RISK) {
      return false;
    }
    return demand.count(out, day).above(most) > RISK;
  }

  /**
   * Adds the share of one watch that is back by the end of each day.
   *
   * @param due when its term ends
   * @param out first day on which it is out, from today
   */
  private void addBack(double[] sum, LocalDate due, int out) {
    LocalDate end = notBefore(due);
    int terms = 0;
    long decision = ChronoUnit.DAYS.between(today, end);
    double kept = 1;
    for (int day = out; day <= HORIZON; day++) {
      if (day == decision) {
        kept *= rates.renewed();
        terms++;
        decision = ChronoUnit.DAYS.between(today, end.plus(rates.term().multipliedBy(terms)));
      }
      sum[day] += rates.back() * (1 - kept * stays[day - out]);
    }
  }

  private LocalDate notBefore(LocalDate due) {
    LocalDate end = due;
    for (int terms = 1; end.isBefore(today); terms++) {
      end = due.plus(rates.term().multipliedBy(terms));
    }
    return end;
  }
}
