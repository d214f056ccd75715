package org.haetae.casework.watch;

import java.time.Duration;
import java.time.Instant;
import org.haetae.domain.geo.GeoPoint;

/** Where a watch was, and when that was measured. */
public record Fix(GeoPoint point, Instant at) {

  /** How old it was at {@code instant}; never below 0, whatever the watch's clock says. */
  public Duration age(Instant instant) {
    Duration age = Duration.between(at, instant);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
