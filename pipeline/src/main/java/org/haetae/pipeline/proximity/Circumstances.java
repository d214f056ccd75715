package org.haetae.pipeline.proximity;

import java.time.Instant;
import java.util.List;
import org.haetae.domain.alert.Circumstance;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;

/** Knows what else matters at a place and time. Safe for many threads. */
@FunctionalInterface
public interface Circumstances {
  /** What matters for a sighting under {@code order} near {@code place} at {@code seen}. */
  List<Circumstance> of(OrderId order, PlaceId place, Instant seen);

  /** Nothing ever does. */
  static Circumstances none() {
    return (_, _, _) -> List.of();
  }
}
