package org.haetae.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.haetae.casework.cover.GapKind;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.Office;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.StationId;

/** How many gaps of each kind there are, and how many watches each station has. */
public final class CoverMeters {
  private final CoverBook book;
  private final Office office;
  private final InstantSource clock;
  private final MultiGauge stock;

  public CoverMeters(MeterRegistry registry, CoverBook book, Office office, InstantSource clock) {
    this.book = book;
    this.office = office;
    this.clock = clock;
    stock =
        MultiGauge.builder("haetae.watch.stock")
            .description("Smartwatches of each station by state")
            .register(registry);
    for (GapKind kind : GapKind.values()) {
      Gauge.builder("haetae.cover.gaps", this, meters -> meters.gaps(kind))
          .description("Gaps in the cover of protected people, by kind")
          .tag("kind", name(kind))
          .register(registry);
    }
  }

  /** Counts the stock anew; stations come and go. */
  public void count() {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    var _ =
        office.look(
            files -> {
              for (StationId station : files.stock().keepers()) {
                Map<WatchState, Integer> counts = files.stock().counts(station);
                for (WatchState state : WatchState.values()) {
                  Tags tags = Tags.of("station", station.value(), "state", name(state));
                  rows.add(MultiGauge.Row.of(tags, counts.getOrDefault(state, 0)));
                }
              }
              return true;
            });
    stock.register(rows, true);
  }

  private double gaps(GapKind kind) {
    return book.counts(clock.instant()).getOrDefault(kind, 0);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
