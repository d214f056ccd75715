package org.haetae.app.drill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;
import org.haetae.sim.footage.ClipTruth;
import org.haetae.sim.footage.ClipTruth.Approach;

/**
 * When the respondent comes into view for the first time, by the truth of the footage and not by
 * what Haetae makes of it. Safe for many threads.
 */
public final class DrillScript {
  private final List<ClipTruth> truths;
  private Optional<Arrival> first = Optional.empty();

  public DrillScript(List<ClipTruth> truths) {
    this.truths = List.copyOf(truths);
  }

  /** Somebody comes whom an alert must name. */
  public record Arrival(Instant at, RespondentId who, CameraId camera) {}

  /** A camera's clip begins. */
  public synchronized void started(CameraId camera, Instant start) {
    for (ClipTruth truth : truths) {
      if (truth.camera().equals(camera.value())) {
        truth.approaches().stream()
            .filter(Approach::alertExpected)
            .forEach(approach -> comes(arrival(approach, camera, start)));
      }
    }
  }

  private void comes(Arrival arrival) {
    if (first.isEmpty() || arrival.at().isBefore(first.get().at())) {
      first = Optional.of(arrival);
    }
  }

  private static Arrival arrival(Approach approach, CameraId camera, Instant start) {
    return new Arrival(
        start.plusNanos(Math.round(approach.from() * 1e9)),
        new RespondentId(approach.person()),
        camera);
  }

  /** The first one, once it has come about. */
  public synchronized Optional<Arrival> arrived(Instant now) {
    return first.filter(arrival -> !arrival.at().isAfter(now));
  }
}
