package org.haetae.casework.cover;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.schedule.Schedule;

/**
 * What a site says of itself: its places, cameras and faces, and what is wrong with it.
 *
 * @param approaches of each place those on which no camera stands
 * @param pulse when it last said so; empty where no site belongs to the casework
 */
public record SiteView(
    Map<PlaceId, List<CameraCover>> cameras,
    Map<PlaceId, Set<String>> approaches,
    Map<OrderId, FaceCover> faces,
    Map<OrderId, Set<Schedule>> exceptions,
    List<HouseFault> faults,
    Optional<Instant> pulse) {
  /** No site at all. */
  public static final SiteView NONE =
      new SiteView(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Optional.empty());

  public SiteView {
    cameras = Map.copyOf(cameras);
    approaches = Map.copyOf(approaches);
    faces = Map.copyOf(faces);
    exceptions = Map.copyOf(exceptions);
    faults = List.copyOf(faults);
  }

  /** The same at another time. */
  public SiteView at(Instant instant) {
    return new SiteView(cameras, approaches, faces, exceptions, faults, Optional.of(instant));
  }

  /** What if a camera weren't there? */
  public SiteView without(CameraId camera) {
    Map<PlaceId, List<CameraCover>> fewer = new HashMap<>();
    cameras.forEach(
        (place, all) ->
            fewer.put(place, all.stream().filter(one -> !one.camera().equals(camera)).toList()));
    return new SiteView(fewer, approaches, faces, exceptions, faults, pulse);
  }
}
