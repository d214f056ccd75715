package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.watch.WatchSignal;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.WatchSerial;
import org.jdbi.v3.core.Handle;

/** The newest readings of the site and of watches; older ones are not kept. */
public final class ReadingTable {
  private final Handle handle;
  private final Sealing sealing;

  ReadingTable(Handle handle, Sealing sealing) {
    this.handle = handle;
    this.sealing = sealing;
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
        sealing.seal(Owner.HOUSE, siteCell(site), Json.write(reading)));
  }

  public Optional<Measured> site(String site) {
    return handle
        .createQuery("SELECT at, detail FROM site_reading WHERE site = ?")
        .bind(0, site)
        .map(
            (row, _) -> {
              Instant at = Columns.instant(row, "at");
              return sealing
                  .open(siteCell(site), row.getString("detail"))
                  .map(json -> new Measured(at, Json.read(json, SiteReading.class)));
            })
        .findOne()
        .flatMap(Function.identity());
  }

  /** When a site gave its last sign of life. */
  public Optional<Instant> seen(String site) {
    return handle
        .createQuery("SELECT at FROM site_reading WHERE site = ?")
        .bind(0, site)
        .map((row, _) -> Columns.instant(row, "at"))
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
        sealing.seal(Owner.HOUSE, watchCell(signal.watch().value()), Json.write(signal)));
  }

  /** A watch's newest signal. */
  public Optional<WatchSignal> watch(WatchSerial watch) {
    return handle
        .createQuery("SELECT serial, detail FROM watch_signal WHERE serial = ?")
        .bind(0, watch.value())
        .map((row, _) -> signal(row))
        .findOne()
        .flatMap(Function.identity());
  }

  public List<WatchSignal> watches() {
    return handle
        .createQuery("SELECT serial, detail FROM watch_signal ORDER BY serial")
        .map((row, _) -> signal(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Throws away where a watch was last, unless another case has it since. */
  public void forget(CaseId file) {
    handle.execute(
        """
        DELETE FROM watch_signal WHERE serial IN (
          SELECT subject FROM ledger AS of_case WHERE subject_kind = 'WATCH' AND case_id = ?
            AND position = (SELECT MAX(position) FROM ledger WHERE subject_kind = 'WATCH'
              AND subject = of_case.subject AND case_id IS NOT NULL))\
        """,
        file.value());
  }

  private Optional<WatchSignal> signal(ResultSet row) throws SQLException {
    return sealing
        .open(watchCell(row.getString("serial")), row.getString("detail"))
        .map(json -> Json.read(json, WatchSignal.class));
  }

  static Cell siteCell(String site) {
    return Cell.of("site_reading", "detail", site);
  }

  static Cell watchCell(String serial) {
    return Cell.of("watch_signal", "detail", serial);
  }
}
