package org.haetae.casework.watch;

import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.WatchSerial;

/**
 * The newest sign of life of a watch.
 *
 * @param battery percent, 0 to 100
 * @param position where it was last, and when that was measured
 */
public record WatchSignal(
    WatchSerial watch, Instant at, int battery, Optional<GeoPoint> position, Instant positionAt) {
  public WatchSignal {
    if (battery < 0 || battery > 100) {
      throw new IllegalArgumentException(
          "the battery of watch %s must be 0 to 100 percent, not %d".formatted(watch, battery));
    }
  }
}
