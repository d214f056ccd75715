package org.haetae.casework.watch;

import java.time.Instant;
import org.haetae.casework.ledger.Fact;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.UserId;

/** What happened to a station. */
public sealed interface StationFact extends Fact {
  /** It is known, or is known by another name or at another place from now on. */
  record Placed(Instant at, UserId by, String name, GeoPoint location) implements StationFact {}
}
