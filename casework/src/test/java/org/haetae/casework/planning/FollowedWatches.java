package org.haetae.casework.planning;

import java.time.LocalDate;
import java.util.Random;

/** Every watch and everybody who asks, followed one by one through a year that chance has drawn. */
final class FollowedWatches {
  private FollowedWatches() {}

  /** The stock at the end of each day from today on; below 0, people who wait. */
  static int[] stock(
      Random random, LocalDate today, Shelf shelf, Demand demand, ReturnRates rates) {
    int[] change = new int[StockOut.HORIZON + 1];
    change[0] = shelf.free() - shelf.owed();
    for (int i = 0; i < shelf.kept() + shelf.owed(); i++) {
      follow(random, change, today, today, today.plus(rates.term()), rates);
    }
    for (LocalDate due : shelf.due()) {
      follow(random, change, today, today, due, rates);
    }
    double rate = demand.perDay() * gamma(random, demand.spread().known());
    for (int day = 1; day <= StockOut.HORIZON; day++) {
      LocalDate date = today.plusDays(day);
      // Knuth's way to a Poisson count.
      for (double product = random.nextDouble();
          product > Math.exp(-rate);
          product *= random.nextDouble()) {
        change[day]--;
        follow(random, change, today, date, date.plus(rates.term()), rates);
      }
    }
    for (int day = 1; day <= StockOut.HORIZON; day++) {
      change[day] += change[day - 1];
    }
    return change;
  }

  private static void follow(
      Random random,
      int[] change,
      LocalDate today,
      LocalDate out,
      LocalDate due,
      ReturnRates rates) {
    boolean lost = random.nextDouble() >= rates.back();
    int terms = 0;
    LocalDate end = due;
    LocalDate last = today.plusDays(StockOut.HORIZON);
    for (LocalDate day = out; !day.isAfter(last); day = day.plusDays(1)) {
      boolean back = day.isAfter(out) && random.nextDouble() < rates.early();
      if (!back && day.equals(end)) {
        back = random.nextDouble() >= rates.renewed();
        terms++;
        end = due.plus(rates.term().multipliedBy(terms));
      }
      if (back) {
        if (!lost) {
          change[(int) (day.toEpochDay() - today.toEpochDay())]++;
        }
        return;
      }
    }
  }

  /**
   * A mean of 1 and a relative variance, as a sum of exponentials; needs 1 / spread to be whole.
   */
  private static double gamma(Random random, double spread) {
    int shape = (int) Math.round(1 / spread);
    double sum = 0;
    for (int i = 0; i < shape; i++) {
      sum -= Math.log(1 - random.nextDouble());
    }
    return sum / shape;
  }
}
