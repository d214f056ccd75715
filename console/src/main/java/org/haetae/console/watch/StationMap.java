package org.haetae.console.watch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.haetae.casework.watch.Station;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.StationId;

/**
 * Stations as dots on a sheet, north above. Equirectangular around their middle, which is true
 * enough within one country.
 *
 * @param width of the sheet, in its own units
 * @param height of the sheet
 */
public record StationMap(List<Dot> dots, int width, int height) {
  private static final int LONGEST = 400;
  private static final int MARGIN = 24;

  /** Degrees; about a kilometre, so that one station alone has a sheet as well. */
  private static final double LEAST = 0.01;

  /** Whether there is a country to see; one station alone is no map. */
  public boolean worthShowing() {
    return dots.size() > 1;
  }

  public StationMap {
    dots = List.copyOf(dots);
  }

  /**
   * @param free how many watches could be had here
   */
  public record Dot(Station station, int x, int y, int free) {}

  public static StationMap of(Collection<Station> stations, Map<StationId, Integer> free) {
    if (stations.isEmpty()) {
      return new StationMap(List.of(), 2 * MARGIN, 2 * MARGIN);
    }
    List<GeoPoint> points = stations.stream().map(Station::location).toList();
    double south = points.stream().mapToDouble(GeoPoint::latitude).min().orElseThrow();
    double north = points.stream().mapToDouble(GeoPoint::latitude).max().orElseThrow();
    double west = points.stream().mapToDouble(GeoPoint::longitude).min().orElseThrow();
    double east = points.stream().mapToDouble(GeoPoint::longitude).max().orElseThrow();
    double squeeze = Math.cos(Math.toRadians((south + north) / 2));
    double unit = LONGEST / Math.max(LEAST, Math.max(north - south, (east - west) * squeeze));
    List<Dot> dots =
        stations.stream()
            .map(
                station ->
                    new Dot(
                        station,
                        MARGIN + (int) ((station.location().longitude() - west) * squeeze * unit),
                        MARGIN + (int) ((north - station.location().latitude()) * unit),
                        free.getOrDefault(station.id(), 0)))
            .toList();
    return new StationMap(
        dots,
        2 * MARGIN + (int) ((east - west) * squeeze * unit),
        2 * MARGIN + (int) ((north - south) * unit));
  }
}
