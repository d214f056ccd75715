package org.haetae.casework.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.haetae.casework.RandomLives;
import org.haetae.domain.id.StationId;
import org.junit.jupiter.api.Test;

class DemandForecastTest {
  private static final StationId MAPO = new StationId("mapo");
  private static final StationId JONGNO = new StationId("jongno");

  /** A Friday after a leap day. */
  private static final LocalDate TODAY = LocalDate.of(2028, 3, 3);

  @Test
  void weeksAreCountedBackFromTodayAndTheRestOfOneIsLeftOut() {
    RequestHistory history =
        new RequestHistory(
            TODAY.minusDays(17),
            TODAY,
            Map.of(
                MAPO,
                List.of(TODAY.minusDays(1), TODAY.minusDays(7), TODAY.minusDays(17)),
                JONGNO,
                List.of(LocalDate.of(2028, 2, 29), TODAY.minusDays(8), TODAY.minusDays(14))));
    assertEquals(2, history.weeks());
    assertEquals(List.of(2, 3), history.byWeek());
  }

  @Test
  void aDayOutsideTheHistoryIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> history(28, List.of(29)));
    assertThrows(IllegalArgumentException.class, () -> history(28, List.of(0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RequestHistory(TODAY, TODAY.minusDays(1), Map.of()));
  }

  /** With α = 0 the level is the mean, with Jeffreys' half: 200.5 / 20. */
  @Test
  void steadyWeeksAreTheirMean() {
    Smoothing steady = Smoothing.of(Collections.nCopies(20, 10));
    assertEquals(0, steady.alpha());
    assertEquals(200.5 / 20, steady.perWeek(), 1e-12);
    // A week's variance is at least chance: the level has a twentieth of it.
    assertEquals(1 / 200.5, steady.spread().known(), 1e-12);
    assertEquals(0.04 / 3 / 365, steady.spread().drift(), 1e-12);
    assertEquals(0, steady.spread().noise(), 1e-12);
  }

  /**
   * Of weeks 2 and 4 with α = 0.2: (0.8 · 2 + 4 + 0.5) / 1.8, and 1.64 / 1.8² of a week's variance.
   */
  @Test
  void fewWeeksAreForgottenAtAFixedRate() {
    Smoothing two = Smoothing.of(List.of(2, 4));
    assertEquals(6.1 / 1.8, two.perWeek(), 1e-12);
    // The one error is 2, its square 4, more than the level.
    double week = 4 / (6.1 / 1.8 * 6.1 / 1.8);
    assertEquals(week * 1.64 / 3.24, two.spread().known(), 1e-12);
    assertEquals(0.04 * week / 3 / 7, two.spread().drift(), 1e-12);
    assertEquals((week - 1.8 / 6.1) * 7, two.spread().noise(), 1e-12);
  }

  @Test
  void aStepIsFollowed() {
    List<Integer> weeks = new ArrayList<>(Collections.nCopies(10, 100));
    weeks.addAll(Collections.nCopies(10, 200));
    Smoothing step = Smoothing.of(weeks);
    assertEquals(0.6, step.alpha(), 1e-9);
    // The old weeks weigh less than a ten-thousandth, Jeffreys' half 0.3.
    assertEquals(200.3, step.perWeek(), 0.02);
    assertTrue(step.spread().drift() > 0.04 / 3 / 365, "whoever has seen a step expects another");
  }

  @Test
  void weeksThatDifferByMoreThanChanceMakeTheRangeWider() {
    Smoothing calm = Smoothing.of(List.of(10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9));
    Smoothing wild = Smoothing.of(List.of(0, 30, 2, 8, 25, 0, 5, 20, 0, 10, 20, 0));
    assertEquals(calm.perWeek(), wild.perWeek(), 3);
    assertEquals(0, calm.spread().noise());
    assertTrue(wild.spread().noise() > 0.5);
    assertTrue(wild.spread().known() > calm.spread().known());
  }

  /**
   * Two stations with 2 and 10: mean 6, variance 32, so beyond chance 26 and shape 36/26. A count
   * of 2 is believed as (shape + 2) / (shape + 6) of the mean.
   */
  @Test
  void aStationIsPulledTowardsTheOthers() {
    Pooling pooling = Pooling.of(List.of(2, 10));
    assertEquals(36 / 26.0, pooling.shape(), 1e-12);
    assertEquals((36 / 26.0 + 2) / (36 / 26.0 + 6), pooling.factor(2), 1e-12);
    assertEquals(2, pooling.factor(2) + pooling.factor(10), 1e-12);
    assertEquals(1 / (36 / 26.0 + 2), pooling.spread(2), 1e-12);
  }

  /** (1 + 0.5) of each, and the share's own 0.5: variances of a product of independent factors. */
  @Test
  void aShareThatIsUnsureMakesARateMoreUnsure() {
    RateSpread spread = new RateSpread(0.1, 0.2, 0.3).times(0.5);
    assertEquals(0.65, spread.known(), 1e-12);
    assertEquals(0.3, spread.drift(), 1e-12);
    assertEquals(0.45, spread.noise(), 1e-12);
    assertEquals(0.65 + 3 + 0.045, spread.over(10), 1e-12);
    assertThrows(IllegalArgumentException.class, () -> new RateSpread(-0.1, 0, 0));
  }

  @Test
  void stationsThatDifferByChanceCountAsOne() {
    Pooling pooling = Pooling.of(List.of(4, 5, 6, 5));
    assertEquals(1, pooling.factor(4), 1e-5);
    assertTrue(pooling.spread(4) < 1e-5);
    assertEquals(1, Pooling.of(List.of(7)).factor(7), 1e-12);
  }

  @Test
  void aStationWithoutRequestsExpectsSome() {
    DemandForecast forecast =
        DemandForecast.of(
                new RequestHistory(
                    TODAY.minusDays(28),
                    TODAY,
                    Map.of(MAPO, days(1, 2, 5, 6, 9, 12, 20, 25), JONGNO, List.of())))
            .orElseThrow();
    Demand quiet = at(forecast, JONGNO);
    Demand busy = at(forecast, MAPO);
    assertTrue(quiet.perDay() > 0);
    assertTrue(quiet.perDay() < busy.perDay() / 3);
    // Weeks of 1, 1, 2 and 4 that are weighed with 0.512, 0.64, 0.8 and 1.
    assertEquals(7.252 / 2.952 / 7, forecast.national().perDay(), 1e-12);
    assertTrue(quiet.within(28, 0.95) >= 2, "whoever asked nowhere may ask there: " + quiet);
    assertTrue(quiet.spread().known() > 3 * busy.spread().known());
  }

  @Test
  void fewWeeksSayNothing() {
    assertEquals(Optional.empty(), DemandForecast.of(history(27, List.of(1, 2, 3))));
    assertEquals(
        Optional.empty(),
        DemandForecast.of(new RequestHistory(TODAY.minusDays(300), TODAY, Map.of())));
    assertTrue(DemandForecast.of(history(28, List.of())).isPresent());
  }

  @Test
  void nobodyIsNotForCertain() {
    Demand none = DemandForecast.of(history(364, List.of())).orElseThrow().national();
    assertEquals(0.5 / 364, none.perDay(), 1e-12);
    assertTrue(none.within(365, 0.95) >= 1);
    assertEquals(0, none.within(30, 0.95));
  }

  @Test
  void fourWeeksAreLessCertainThanAYear() {
    List<Integer> everyThirdDay = new ArrayList<>();
    for (int ago = 1; ago <= 364; ago += 3) {
      everyThirdDay.add(ago);
    }
    Demand year = DemandForecast.of(history(364, everyThirdDay)).orElseThrow().national();
    Demand weeks =
        DemandForecast.of(history(28, everyThirdDay.subList(0, 10))).orElseThrow().national();
    assertEquals(year.perDay(), weeks.perDay(), 0.05);
    assertTrue(weeks.spread().over(90) > 2 * year.spread().over(90));
    assertTrue(weeks.within(90, 0.95) > year.within(90, 0.95));
    assertTrue(weeks.within(90, 0.05) < year.within(90, 0.05));
  }

  @Test
  void stationsExpectTogetherWhatTheCountryDoes() {
    RandomLives.play(
        100,
        random -> {
          DemandForecast forecast = DemandForecast.of(random(random)).orElseThrow();
          assertEquals(
              forecast.national().perDay(),
              forecast.stations().values().stream().mapToDouble(Demand::perDay).sum(),
              1e-9 * forecast.national().perDay());
          for (Demand station : forecast.stations().values()) {
            assertTrue(station.perDay() > 0);
            assertTrue(
                station.spread().over(90) >= forecast.national().spread().over(90),
                "a station is less certain than the country");
            assertTrue(station.within(90, 0.95) >= station.within(90, 0.05));
          }
        });
  }

  /** Nine of ten, and not more than chance off, in a world as the model has it. */
  @Test
  void theRangeHoldsAsOftenAsItSays() {
    RandomLives.play(
        3,
        random -> {
          int inside = 0;
          int all = 0;
          for (int world = 0; world < 40; world++) {
            Map<StationId, Double> rates = new HashMap<>();
            for (int i = 0; i < 40; i++) {
              rates.put(new StationId("s" + i), 0.02 * -Math.log(1 - random.nextDouble()) + 0.001);
            }
            Map<StationId, List<LocalDate>> asked = new HashMap<>();
            rates.forEach((station, rate) -> asked.put(station, drawn(random, rate, 182)));
            DemandForecast forecast =
                DemandForecast.of(new RequestHistory(TODAY.minusDays(182), TODAY, asked))
                    .orElseThrow();
            for (var rated : rates.entrySet()) {
              StationId station = rated.getKey();
              int comes = drawn(random, rated.getValue(), 91).size();
              all++;
              if (comes <= at(forecast, station).within(91, 0.9)) {
                inside++;
              }
            }
          }
          double share = inside / (double) all;
          // Counts are whole, so the range holds more often than it must, never much less.
          assertTrue(share > 0.885 && share < 0.97, "held %s of %d".formatted(share, all));
        });
  }

  private static Demand at(DemandForecast forecast, StationId station) {
    return Objects.requireNonNull(forecast.stations().get(station));
  }

  private static RequestHistory random(Random random) {
    int days = 28 + random.nextInt(337);
    Map<StationId, List<LocalDate>> asked = new HashMap<>();
    int stations = 1 + random.nextInt(40);
    for (int i = 0; i < stations; i++) {
      asked.put(
          new StationId("s" + i), drawn(random, random.nextInt(3) * random.nextDouble(), days));
    }
    return new RequestHistory(TODAY.minusDays(days), TODAY, asked);
  }

  private static List<LocalDate> drawn(Random random, double rate, int days) {
    List<LocalDate> all = new ArrayList<>();
    for (double at = -Math.log(1 - random.nextDouble()) / Math.max(rate, 1e-9);
        at < days;
        at += -Math.log(1 - random.nextDouble()) / Math.max(rate, 1e-9)) {
      all.add(TODAY.minusDays(days - (int) at));
    }
    return all;
  }

  private static RequestHistory history(int days, List<Integer> ago) {
    return new RequestHistory(
        TODAY.minusDays(days), TODAY, Map.of(MAPO, ago.stream().map(TODAY::minusDays).toList()));
  }

  private static List<LocalDate> days(Integer... ago) {
    return List.of(ago).stream().map(TODAY::minusDays).toList();
  }
}
