package org.haetae.casework.office;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/** What the plain model knows of a request for a watch. */
record PlainRequest(
    RequestKey key,
    StationId station,
    Instant asked,
    Stage stage,
    Optional<WatchSerial> watch,
    Set<RequestStep> untold) {
  enum Stage {
    WAITS,
    PROMISED,
    HANDED,
    CLOSED
  }

  static PlainRequest asked(RequestKey key, StationId station, Instant at) {
    return new PlainRequest(
        key, station, at, Stage.WAITS, Optional.empty(), Set.of(RequestStep.RECEIVED));
  }

  static PlainRequest of(RequestKey key, WatchRequest real) {
    Stage stage;
    if (real.closed().isPresent()) {
      stage = Stage.CLOSED;
    } else if (real.handed().isPresent()) {
      stage = Stage.HANDED;
    } else {
      stage = real.watch().isPresent() ? Stage.PROMISED : Stage.WAITS;
    }
    return new PlainRequest(
        key, real.station(), real.asked(), stage, real.watch(), real.untold().keySet());
  }

  boolean open() {
    return stage == Stage.WAITS || stage == Stage.PROMISED;
  }

  PlainRequest now(Stage next, Optional<WatchSerial> its, RequestStep toTell) {
    Set<RequestStep> more = EnumSet.of(toTell);
    more.addAll(untold);
    return new PlainRequest(key, station, asked, next, its, more);
  }

  PlainRequest waiting() {
    return new PlainRequest(key, station, asked, Stage.WAITS, Optional.empty(), untold);
  }

  PlainRequest told(RequestStep step) {
    Set<RequestStep> less = EnumSet.noneOf(RequestStep.class);
    less.addAll(untold);
    less.remove(step);
    return new PlainRequest(key, station, asked, stage, watch, less);
  }
}
