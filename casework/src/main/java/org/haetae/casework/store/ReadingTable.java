package org.haetae.casework.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.watch.WatchSignal;
import org.haetae.domain.id.WatchSerial;
import org.jdbi.v3.core.Handle;

/** The newest readings of the site and of watches; older ones are not kept. */
public final class ReadingTable {
  private final Handle handle;

  ReadingTable(Handle handle) {
    this.handle = handle;
  }

  /** A site's reading and when it was measured. */
  public record Measured(Instant at, SiteReading reading) {}

  public void site(String site, SiteReading reading, Instant at) {
    handle.execute(
        """
        INSERT INTO site_reading (site, at, detail) VALUES (?, ?, ?)
        ON CONFLICT (site) DO UPDATE SET at = excluded.at, detail = excluded.detail\
        """,
        site,
        Columns.micros(at),
        Json.write(reading));
  }

  public Optional<Measured> site(String site) {
    return handle
        .createQuery("SELECT at, detail FROM site_reading WHERE site = ?")
        .bind(0, site)
        .map(
            (row, _) ->
                new Measured(
                    Columns.instant(row, "at"),
                    Json.read(row.getString("detail"), SiteReading.class)))
        .findOne();
  }

  /** Keeps a watch's signal, unless a newer one is kept. */
  public void watch(WatchSignal signal) {
    handle.execute(
        """
        INSERT INTO watch_signal (serial, at, detail) VALUES (?, ?, ?)
        ON CONFLICT (serial) DO UPDATE SET at = excluded.at, detail = excluded.detail
        WHERE excluded.at >= watch_signal.at\
        """,
        signal.watch().value(),
        Columns.micros(signal.at()),
        Json.write(signal));
  }

  /** A watch's newest signal. */
  public Optional<WatchSignal> watch(WatchSerial watch) {
    return handle
        .createQuery("SELECT detail FROM watch_signal WHERE serial = ?")
        .bind(0, watch.value())
        .map((row, _) -> Json.read(row.getString("detail"), WatchSignal.class))
        .findOne();
  }

  public List<WatchSignal> watches() {
    return handle
        .createQuery("SELECT detail FROM watch_signal ORDER BY serial")
        .map((row, _) -> Json.read(row.getString("detail"), WatchSignal.class))
        .list();
  }
}
