package org.haetae.casework.watch;

import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.WatchSerial;

/**
 * The newest sign of life of a watch.
 *
 * @param battery percent, 0 to 100
 * @param position where it was last
 * @param positionAt when that was measured; where it never said, since when that is so
 */
public record WatchSignal(
    WatchSerial watch, Instant at, int battery, Optional<GeoPoint> position, Instant positionAt) {
  public WatchSignal {
    if (battery < 0 || battery > 100) {
      throw new IllegalArgumentException(
          "the battery of watch %s must be 0 to 100 percent, not %d".formatted(watch, battery));
    }
  }

  /** A signal as it came. */
  public static WatchSignal of(WatchSerial watch, Instant at, int battery, Optional<Fix> fix) {
    return new WatchSignal(watch, at, battery, fix.map(Fix::point), fix.map(Fix::at).orElse(at));
  }

  /** Where it was last; empty where it never said. */
  public Optional<Fix> fix() {
    return position.map(point -> new Fix(point, positionAt));
  }

  /**
   * What is known by both: the newest sign of life and the newest position, in whatever order they
   * came. Of two equally new ones this one counts.
   */
  public WatchSignal with(WatchSignal known) {
    WatchSignal alive = known.at.isAfter(at) ? known : this;
    WatchSignal placed = placed(known);
    return new WatchSignal(watch, alive.at, alive.battery, placed.position, placed.positionAt);
  }

  private WatchSignal placed(WatchSignal known) {
    if (position.isPresent() != known.position.isPresent()) {
      return position.isPresent() ? this : known;
    }
    // Of two without a position the older one says since when none is known.
    boolean newer = known.positionAt.isAfter(positionAt);
    return newer == position.isPresent() && !known.positionAt.equals(positionAt) ? known : this;
  }
}
