package org.haetae.casework.planning;

import java.util.ArrayList;
import java.util.List;

/** How large the national stock should be, reckoned from a plan's figures. Immutable. */
public record Sizing(PlanFigures figures) {

  /**
   * How cases grew from one period to the next.
   *
   * @param share of growth, such as 0.079; of {@link PeriodCases#yearly}
   * @param guessed whether one of the two isn't a whole year, so that this rests on the rest of it
   *     being like it
   */
  public record Growth(PeriodCases from, PeriodCases until, double share, boolean guessed) {}

  /**
   * Cases of the year after the newest period's.
   *
   * @param unchanged if it is like the newest
   * @param asOnAverage if it grows as cases did a year on average (geometric mean)
   * @param asAtMost if it grows as in the year in which cases grew fastest
   */
  public record NextYear(double unchanged, double asOnAverage, double asAtMost) {}

  /**
   * What a stock is good for.
   *
   * @param watches of the stock
   * @param perCase watches for each case of the newest period's year
   * @param utilisation share of the watches that are with somebody; above 1 it can't keep up
   * @param waits probability that somebody must wait, if any station had any watch at hand
   * @param waitsApart the same if the stock and the requests are spread evenly over the stations
   *     and stations don't help each other
   * @param refused probability that there is none, if nobody waits
   */
  public record Step(
      int watches,
      double perCase,
      double utilisation,
      double waits,
      double waitsApart,
      double refused) {
    public boolean keepsUp() {
      return utilisation < 1;
    }
  }

  /** From each period to the next; empty where there is only one. */
  public List<Growth> growth() {
    List<PeriodCases> all = figures.cases();
    List<Growth> growth = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      PeriodCases before = all.get(i - 1);
      PeriodCases after = all.get(i);
      int years = Math.max(1, after.from().getYear() - before.from().getYear());
      growth.add(
          new Growth(
              before,
              after,
              Math.pow(after.yearly() / before.yearly(), 1.0 / years) - 1,
              !before.wholeYear() || !after.wholeYear()));
    }
    return growth;
  }

  public NextYear nextYear() {
    PeriodCases oldest = figures.cases().getFirst();
    double now = figures.newest().yearly();
    int years = figures.newest().from().getYear() - oldest.from().getYear();
    double average = years < 1 ? 1 : Math.pow(now / oldest.yearly(), 1.0 / years);
    double most = growth().stream().mapToDouble(Growth::share).max().orElse(0);
    return new NextYear(now, now * average, now * (1 + most));
  }

  /** The fewest watches of one national stock with which at most a share of people must wait. */
  public static int needed(WatchLoad load, double mayWait) {
    return Erlang.servers(load.watches(), mayWait);
  }

  /**
   * Each step of the national stock under a load.
   *
   * @param stations that keep watches, at least 1
   */
  public List<Step> steps(WatchLoad load, int stations) {
    if (stations < 1) {
      throw new IllegalArgumentException("watches are kept at stations, not at " + stations);
    }
    double year = figures.newest().yearly();
    return figures.nationalStock().stream()
        .map(
            watches ->
                new Step(
                    watches,
                    watches / year,
                    load.watches() / watches,
                    Erlang.waiting(watches, load.watches()),
                    apart(watches, load.watches(), stations),
                    Erlang.refused(watches, load.watches())))
        .toList();
  }

  /** Some stations have one watch more than others; whoever asks is as likely at any of them. */
  private static double apart(int watches, double load, int stations) {
    int few = watches / stations;
    double richer = watches % stations / (double) stations;
    double here = load / stations;
    return richer * Erlang.waiting(few + 1, here) + (1 - richer) * Erlang.waiting(few, here);
  }
}
