package org.haetae.casework.order;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.haetae.casework.order.Measure.ElectronicMonitoring;
import org.haetae.casework.order.Measure.LeaveHome;
import org.haetae.casework.order.Measure.NoContact;
import org.haetae.casework.order.Measure.StayAway;
import org.haetae.casework.order.OrderDraft.MeasureDraft;

/** Makes measures of what was entered. */
final class MeasureReading {
  private MeasureReading() {}

  /** All that could be read; what could not is in {@code findings}. */
  static List<Measure> read(List<MeasureDraft> drafts, Findings findings) {
    if (drafts.isEmpty()) {
      findings.wrong("demands nothing: name at least one measure");
    }
    List<Measure> measures = new ArrayList<>();
    Set<MeasureKind> seen = EnumSet.noneOf(MeasureKind.class);
    for (MeasureDraft draft : drafts) {
      Optional<MeasureKind> kind = findings.oneOf(MeasureKind.class, draft.kind(), "measure");
      if (kind.isPresent() && !seen.add(kind.get())) {
        findings.wrong("names the measure %s twice: keep one".formatted(kind.get()));
      } else {
        kind.flatMap(known -> measure(known, draft.metres(), findings)).ifPresent(measures::add);
      }
    }
    return measures;
  }

  private static Optional<Measure> measure(
      MeasureKind kind, OptionalDouble metres, Findings findings) {
    return switch (kind) {
      case STAY_AWAY ->
          distance(
                  metres.orElse(StayAway.USUAL_METRES),
                  "a distance to stay away",
                  StayAway.USUAL_METRES,
                  findings)
              .map(StayAway::new);
      case NO_CONTACT -> Optional.of(new NoContact());
      case LEAVE_HOME -> Optional.of(new LeaveHome());
      case ELECTRONIC_MONITORING -> monitoring(metres, findings);
    };
  }

  private static Optional<Measure> monitoring(OptionalDouble ring, Findings findings) {
    if (ring.isEmpty()) {
      findings.wrong(
          "demands electronic monitoring without a ring: enter its metres, usually %.0f"
              .formatted(ElectronicMonitoring.USUAL_RING_METRES));
      return Optional.empty();
    }
    return distance(
            ring.getAsDouble(),
            "a monitoring ring",
            ElectronicMonitoring.USUAL_RING_METRES,
            findings)
        .map(ElectronicMonitoring::new);
  }

  private static Optional<Double> distance(
      double metres, String what, double usual, Findings findings) {
    if (metres > 0 && Double.isFinite(metres)) {
      return Optional.of(metres);
    }
    findings.wrong(
        "has %s of %s metres: it must be more than 0, usually %.0f".formatted(what, metres, usual));
    return Optional.empty();
  }
}
