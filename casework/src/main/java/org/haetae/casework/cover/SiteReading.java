package org.haetae.casework.cover;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.schedule.Schedule;

/** What a running site measures of itself, as it is written down for others to read. */
public record SiteReading(List<Guard> cameras, List<Face> faces, List<HouseFault> faults) {
  /** A site that has not said anything yet. */
  public static final SiteReading NOTHING = new SiteReading(List.of(), List.of(), List.of());

  public SiteReading {
    cameras = List.copyOf(cameras);
    faces = List.copyOf(faces);
    faults = List.copyOf(faults);
  }

  /** A camera and the place that it guards. */
  public record Guard(PlaceId place, CameraCover camera) {}

  /** Whether an order's respondent can be looked for. */
  public record Face(OrderId order, FaceCover cover) {}

  /**
   * The whole view, together with what the site's file says.
   *
   * @param places of the site
   * @param approaches those of each place on which no camera stands
   * @param at when this was measured
   */
  public SiteView with(
      Set<PlaceId> places,
      Map<PlaceId, Set<String>> approaches,
      Map<OrderId, Set<Schedule>> exceptions,
      Optional<Instant> at) {
    Map<PlaceId, List<CameraCover>> guards = new HashMap<>();
    places.forEach(place -> guards.put(place, List.of()));
    guards.putAll(
        cameras.stream()
            .collect(
                Collectors.groupingBy(
                    Guard::place, Collectors.mapping(Guard::camera, Collectors.toList()))));
    return new SiteView(
        guards,
        approaches,
        faces.stream().collect(Collectors.toMap(Face::order, Face::cover)),
        exceptions,
        faults,
        at);
  }
}
