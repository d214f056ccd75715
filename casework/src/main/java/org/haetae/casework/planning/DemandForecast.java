package org.haetae.casework.planning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haetae.domain.id.StationId;

/**
 * How many watches will be asked for: the country by {@link Smoothing}, each station as its share
 * of that by {@link Pooling}. Single stations have too few requests for smoothing of their own, and
 * Croston's method for such counts has no model from which an honest range would follow (L.
 * Shenstone and R. J. Hyndman, Journal of Forecasting 24, 2005).
 *
 * <p>Seasons and growth aren't foreseen; ranges are as wide as rates wandered so far, and at least
 * as wide as for a fifth a year.
 *
 * @param national the whole country
 * @param stations each station of the history; together they expect what the country does
 */
public record DemandForecast(Demand national, Map<StationId, Demand> stations) {
  /** Fewer weeks tell nothing of how much weeks differ. */
  public static final int LEAST_WEEKS = 4;

  public DemandForecast {
    stations = Map.copyOf(stations);
  }

  /** Empty where the history has fewer than {@value #LEAST_WEEKS} whole weeks or no station. */
  public static Optional<DemandForecast> of(RequestHistory history) {
    if (history.weeks() < LEAST_WEEKS || history.asked().isEmpty()) {
      return Optional.empty();
    }
    Smoothing smoothing = Smoothing.of(history.byWeek());
    Map<StationId, Integer> counts =
        history.asked().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, station -> station.getValue().size()));
    Pooling pooling = Pooling.of(counts.values());
    double each = smoothing.perDay() / counts.size();
    Map<StationId, Demand> stations = new HashMap<>();
    counts.forEach(
        (station, count) ->
            stations.put(
                station,
                new Demand(
                    each * pooling.factor(count),
                    smoothing.spread().times(pooling.spread(count)))));
    return Optional.of(
        new DemandForecast(new Demand(smoothing.perDay(), smoothing.spread()), stations));
  }
}
