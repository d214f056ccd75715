package org.haetae.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haetae.casework.cover.GapKind;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.Files;
import org.haetae.casework.office.Office;
import org.haetae.casework.watch.Station;
import org.haetae.casework.watch.Waiting;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.Spelling;
import org.haetae.domain.id.StationId;
import org.jspecify.annotations.Nullable;

/**
 * How many gaps of each kind there are, and how old; how many watches each station has, and how
 * many people wait there for one. Gaps are not numbers before cover was first looked at: a 0 that
 * nobody has counted would make each start look as if all gaps had just opened. Safe for many
 * threads.
 */
public final class CoverMeters {
  /** What is known of all stations. */
  private record Rows(List<MultiGauge.Row<?>> kept, List<MultiGauge.Row<?>> wanted) {}

  private final CoverBook book;
  private final Office office;
  private final InstantSource clock;
  private final MultiGauge stock;
  private final MultiGauge waiting;
  private volatile @Nullable Instant counted;

  public CoverMeters(MeterRegistry registry, CoverBook book, Office office, InstantSource clock) {
    this.book = book;
    this.office = office;
    this.clock = clock;
    stock =
        MultiGauge.builder("haetae.watch.stock")
            .description("Smartwatches of each station by state")
            .register(registry);
    waiting =
        MultiGauge.builder("haetae.watch.waiting")
            .description("Requests of each station for which no watch is kept")
            .register(registry);
    Gauge.builder("haetae.cover.age", this, CoverMeters::age)
        .description("Since cover was last looked at as a whole")
        .baseUnit("seconds")
        .register(registry);
    for (GapKind kind : GapKind.values()) {
      Gauge.builder("haetae.cover.gaps", this, meters -> meters.gaps(kind))
          .description("Gaps in the cover of protected people, by kind")
          .tag("kind", Spelling.of(kind))
          .register(registry);
      Gauge.builder("haetae.cover.oldest", this, meters -> meters.oldest(kind))
          .description("How long the oldest gap has been open, by kind, or 0")
          .baseUnit("seconds")
          .tag("kind", Spelling.of(kind))
          .register(registry);
    }
  }

  /**
   * Counts watches and requests anew; stations come and go. Belongs at the end of each look at
   * cover that came through, since the age of cover begins again.
   */
  public void count() {
    Rows rows = office.look(CoverMeters::rows);
    stock.register(rows.kept(), true);
    waiting.register(rows.wanted(), true);
    counted = clock.instant();
  }

  private static Rows rows(Files files) {
    Map<StationId, Long> asking =
        files.waiting().stream()
            .collect(Collectors.groupingBy(Waiting::station, Collectors.counting()));
    NavigableSet<StationId> all = new TreeSet<>(files.stock().keepers());
    all.addAll(asking.keySet());
    files.stock().stations().stream().map(Station::id).forEach(all::add);
    List<MultiGauge.Row<?>> kept = new ArrayList<>();
    List<MultiGauge.Row<?>> wanted = new ArrayList<>();
    for (StationId station : all) {
      Tags its = Tags.of("station", station.value());
      wanted.add(MultiGauge.Row.of(its, asking.getOrDefault(station, 0L)));
      Map<WatchState, Integer> counts = files.stock().counts(station);
      for (WatchState state : WatchState.values()) {
        kept.add(
            MultiGauge.Row.of(its.and("state", Spelling.of(state)), counts.getOrDefault(state, 0)));
      }
    }
    return new Rows(kept, wanted);
  }

  private double age() {
    Instant then = counted;
    return then == null ? Double.NaN : seconds(then);
  }

  private double gaps(GapKind kind) {
    return counted == null ? Double.NaN : book.counts(clock.instant()).getOrDefault(kind, 0);
  }

  private double oldest(GapKind kind) {
    if (counted == null) {
      return Double.NaN;
    }
    Instant since = book.oldest(clock.instant()).get(kind);
    return since == null ? 0 : seconds(since);
  }

  /** Never below 0: what another process wrote may be ahead of our clock. */
  private double seconds(Instant since) {
    return Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1e3);
  }
}
