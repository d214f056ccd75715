package org.haetae.benchmarks.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.haetae.casework.planning.Demand;
import org.haetae.casework.planning.DemandForecast;
import org.haetae.casework.planning.RequestHistory;
import org.haetae.domain.id.StationId;

/** Prints how far forecasts of the country and of stations are off, and how often ranges hold. */
public final class ForecastTable {
  private static final int[] AHEAD = {4, 13, 26, 52};
  private static final int MOST_AHEAD = 52;
  private static final int WAYS = 6;
  private static final int WORLDS = 400;
  private static final LocalDate TODAY = LocalDate.of(2028, 3, 1);
  private static final StationId COUNTRY = new StationId("country");

  private ForecastTable() {}

  /**
   * @param arguments a seed, if any
   */
  public static void main(String[] arguments) {
    long seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
    System.out.printf("seed %d, %d histories a row%n", seed, WORLDS);
    for (int history : new int[] {26, 52}) {
      System.out.printf(
          "%n%d weeks known; mean error in %% over 4 / 13 / 26 / 52 weeks ahead%n", history);
      double[][] all = new double[WAYS + 1][AHEAD.length];
      for (Course course : Course.values()) {
        double[][] row = country(course, history, new Random(seed + course.name().hashCode()));
        print(course.name().toLowerCase(Locale.ROOT), row);
        for (int way = 0; way <= WAYS; way++) {
          for (int i = 0; i < AHEAD.length; i++) {
            all[way][i] += row[way][i] / Course.values().length;
          }
        }
      }
      print("all", all);
    }
    for (int history : new int[] {8, 52}) {
      stations(history, new Random(seed));
    }
  }

  /** Errors of each way, the house's first, and last how often its upper tenth held. */
  private static double[][] country(Course course, int history, Random random) {
    double[][] errors = new double[WAYS + 1][AHEAD.length];
    for (int world = 0; world < WORLDS; world++) {
      int[] counts =
          Arrays.stream(course.weeks(random, history, MOST_AHEAD))
              .mapToInt(mean -> Course.poisson(random, mean))
              .toArray();
      Demand demand = forecast(Map.of(COUNTRY, days(counts, history)), history).national();
      double[] known = Arrays.stream(counts, 0, history).asDoubleStream().toArray();
      double[][] rivals = {
        Rivals.mean(known, history, MOST_AHEAD),
        Rivals.mean(known, 13, MOST_AHEAD),
        Rivals.trend(known, 1, MOST_AHEAD),
        Rivals.trend(known, 0.98, MOST_AHEAD),
        Rivals.trend(known, 0.9, MOST_AHEAD)
      };
      for (int i = 0; i < AHEAD.length; i++) {
        int came = Arrays.stream(counts, history, history + AHEAD[i]).sum();
        int days = AHEAD[i] * 7;
        errors[0][i] += Math.abs(demand.expected(days) - came) / came / WORLDS;
        errors[WAYS][i] += came <= demand.within(days, 0.9) ? 1.0 / WORLDS : 0;
        for (int rival = 0; rival < rivals.length; rival++) {
          double expected = Arrays.stream(rivals[rival], 0, AHEAD[i]).sum();
          errors[rival + 1][i] += Math.abs(expected - came) / came / WORLDS;
        }
      }
    }
    return errors;
  }

  private static void print(String name, double[][] row) {
    System.out.printf(
        "%-10s smoothing %s (upper tenth held %s) | mean of all %s | of 13 %s | Holt %s | damped"
            + " 0.98 %s | 0.9 %s%n",
        name,
        percent(row[0], 1),
        percent(row[WAYS], 0),
        percent(row[1], 1),
        percent(row[2], 1),
        percent(row[3], 1),
        percent(row[4], 1),
        percent(row[5], 1));
  }

  /**
   * 300 stations that differ as cities and counties do: the largest tenth asks thirty times more.
   */
  private static void stations(int history, Random random) {
    int ahead = 13;
    double[] errors = new double[3];
    double[] squares = new double[3];
    int held = 0;
    int all = 0;
    for (int world = 0; world < 20; world++) {
      Map<StationId, Double> rates = new HashMap<>();
      for (int i = 0; i < 300; i++) {
        rates.put(new StationId("s" + i), 0.35 * Math.exp(1.1 * random.nextGaussian() - 0.6));
      }
      Map<StationId, List<LocalDate>> asked = new HashMap<>();
      rates.forEach(
          (station, rate) -> asked.put(station, days(drawn(random, rate, history), history)));
      DemandForecast forecast = forecast(asked, history);
      double each = forecast.national().perDay() / rates.size();
      for (var rated : rates.entrySet()) {
        StationId station = rated.getKey();
        int came = Arrays.stream(drawn(random, rated.getValue(), ahead)).sum();
        Demand demand = Objects.requireNonNull(forecast.stations().get(station));
        double[] expected = {
          demand.expected(ahead * 7),
          Objects.requireNonNull(asked.get(station)).size() / (double) history * ahead,
          each * ahead * 7
        };
        for (int way = 0; way < expected.length; way++) {
          errors[way] += Math.abs(expected[way] - came);
          squares[way] += Math.pow(expected[way] - rated.getValue() * ahead, 2);
        }
        held += came <= demand.within(ahead * 7, 0.9) ? 1 : 0;
        all++;
      }
    }
    System.out.printf(
        "%nstations, %d weeks known, 13 ahead: error in requests (of the true rate, root mean"
            + " square): pooled %.2f (%.2f), each by itself %.2f (%.2f), all alike %.2f (%.2f);"
            + " upper tenth held %.1f %%%n",
        history,
        errors[0] / all,
        Math.sqrt(squares[0] / all),
        errors[1] / all,
        Math.sqrt(squares[1] / all),
        errors[2] / all,
        Math.sqrt(squares[2] / all),
        100.0 * held / all);
  }

  private static int[] drawn(Random random, double perWeek, int weeks) {
    int[] counts = new int[weeks];
    Arrays.setAll(counts, _ -> Course.poisson(random, perWeek));
    return counts;
  }

  private static DemandForecast forecast(Map<StationId, List<LocalDate>> asked, int weeks) {
    return DemandForecast.of(new RequestHistory(TODAY.minusDays(weeks * 7L), TODAY, asked))
        .orElseThrow();
  }

  /** The days of the first weeks' requests, which end today. */
  private static List<LocalDate> days(int[] counts, int weeks) {
    List<LocalDate> days = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      for (int i = 0; i < counts[week]; i++) {
        days.add(TODAY.minusDays((weeks - week) * 7L - i % 7));
      }
    }
    return days;
  }

  private static String percent(double[] shares, int digits) {
    List<String> all = new ArrayList<>();
    for (double share : shares) {
      all.add(String.format(Locale.ROOT, "%." + digits + "f", 100 * share));
    }
    return String.join(" / ", all);
  }
}
