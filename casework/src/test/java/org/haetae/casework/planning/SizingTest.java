package org.haetae.casework.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.haetae.casework.RandomLives;
import org.haetae.casework.planning.Sizing.Growth;
import org.haetae.casework.planning.Sizing.NextYear;
import org.haetae.casework.planning.Sizing.Step;
import org.junit.jupiter.api.Test;

class SizingTest {
  private static final Sizing PLAN = new Sizing(PlanFiguresReader.shipped());

  @Test
  void aHalfYearCountsDayForDay() {
    PeriodCases half = PLAN.figures().newest();
    assertEquals(181, half.days());
    assertEquals(10_148 * 365.0 / 181, half.yearly(), 1e-9);
    assertEquals(20_464.2, half.yearly(), 0.05);
  }

  @Test
  void aLeapYearIsAYear() {
    PeriodCases leap = new PeriodCases(day(2020, 1, 1), day(2021, 1, 1), 14_773);
    assertEquals(366, leap.days());
    assertEquals(14_773, leap.yearly());
    assertEquals(
        366.0 / 182 * 100, new PeriodCases(day(2020, 1, 1), day(2020, 7, 1), 100).yearly(), 1e-9);
  }

  @Test
  void casesGrewAsTheFiguresSay() {
    List<Growth> growth = PLAN.growth();
    assertEquals(0.4495, growth.get(0).share(), 5e-5);
    assertEquals(0.0794, growth.get(1).share(), 5e-5);
    assertEquals(0.3852, growth.get(2).share(), 5e-5);
    assertEquals(List.of(false, false, true), growth.stream().map(Growth::guessed).toList());
  }

  /** The third root of 20,464.2 / 9,442 is 1.29413. */
  @Test
  void theYearAfterIsAGuessBetweenNoGrowthAndTheFastest() {
    NextYear next = PLAN.nextYear();
    assertEquals(20_464.2, next.unchanged(), 0.05);
    assertEquals(26_483.3, next.asOnAverage(), 0.5);
    assertEquals(29_663, next.asAtMost(), 1);
  }

  @Test
  void aHoleBetweenPeriodsIsGrownOverYearByYear() {
    Sizing holed =
        new Sizing(
            new PlanFigures(
                "ours",
                List.of(
                    new PeriodCases(day(2018, 1, 1), day(2019, 1, 1), 100),
                    new PeriodCases(day(2020, 1, 1), day(2021, 1, 1), 121)),
                List.of(10)));
    assertEquals(0.1, holed.growth().getFirst().share(), 1e-12);
    assertEquals(133.1, holed.nextYear().asOnAverage(), 1e-9);
  }

  /** 14,773 a year, a fifth with a watch for 182.62125 days: half of 2,954.6. */
  @Test
  void littlesLawSaysHowManyAreOut() {
    assertEquals(1_477.3, new WatchLoad(14_773, 0.2, 365.2425 / 2).watches(), 1e-9);
    assertEquals(0, new WatchLoad(14_773, 0, 100).watches());
    assertThrows(IllegalArgumentException.class, () -> new WatchLoad(1, 1.1, 1));
    assertThrows(IllegalArgumentException.class, () -> new WatchLoad(-1, 1, 1));
  }

  @Test
  void aStepIsToldWithWhatItIsGoodFor() {
    List<Step> steps = PLAN.steps(new WatchLoad(20_464.2, 0.25, 200), 300);
    assertEquals(List.of(2_300, 3_000, 3_700), steps.stream().map(Step::watches).toList());
    double load = 20_464.2 * 0.25 * 200 / 365.2425;
    assertEquals(2_801.45, load, 0.01);
    Step low = steps.get(0);
    assertFalse(low.keepsUp());
    assertEquals(load / 2_300, low.utilisation(), 1e-12);
    assertEquals(1, low.waits());
    assertEquals(1, low.waitsApart());
    // What can't be served is the load less the stock, or a little more.
    assertEquals(1 - 2_300 / load, low.refused(), 0.003);
    assertEquals(0.1124, low.perCase(), 5e-5);
    Step middle = steps.get(1);
    assertTrue(middle.keepsUp());
    assertTrue(middle.waits() < 0.001, "one national stock would do: " + middle);
    assertTrue(middle.waitsApart() > 0.5, "stations that don't help each other: " + middle);
    assertTrue(steps.get(2).waitsApart() < middle.waitsApart());
  }

  @Test
  void watchesThatDoNotShareOutAreNotLost() {
    Sizing two =
        new Sizing(
            new PlanFigures(
                "ours",
                List.of(new PeriodCases(day(2018, 1, 1), day(2019, 1, 1), 100)),
                List.of(3)));
    // Three watches at two stations of half a watch's load each: two at one, one at the other.
    Step step = two.steps(new WatchLoad(365.2425, 1, 1), 2).getFirst();
    assertEquals(0.5 * 0.1 + 0.5 * 0.5, step.waitsApart(), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> two.steps(new WatchLoad(1, 1, 1), 0));
  }

  @Test
  void sharingNeverMakesPeopleWaitMore() {
    RandomLives.play(
        100,
        random -> {
          WatchLoad load = new WatchLoad(1_000 + random.nextInt(30_000), random.nextDouble(), 180);
          for (Step step : PLAN.steps(load, 1 + random.nextInt(300))) {
            // Of a stock that can't keep up some stations may.
            assertTrue(
                !step.keepsUp() || step.waits() <= step.waitsApart() + 1e-12, step + " of " + load);
          }
          int needed = Sizing.needed(load, 0.05);
          assertTrue(needed >= load.watches());
        });
  }

  private static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }
}
