package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.sight.BlindSpell;
import org.haetae.casework.sight.Blindness;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.jdbi.v3.core.Handle;

/**
 * When cameras were blind: names of cameras and times, nothing of a person, so nothing is sealed.
 */
public final class SightTable {
  /** Stands where a camera's name would; no camera has an empty one. */
  private static final String SITE = "";

  private static final String NOT_RUNNING = "NOT_RUNNING";

  private final Handle handle;

  SightTable(Handle handle) {
    this.handle = handle;
  }

  /** Keeps a spell, or how it stands now where its begin is kept already. */
  public void put(String site, BlindSpell spell) {
    handle.execute(
        """
        INSERT INTO blind_spell (site, camera, began_at, cause, ended_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (site, camera, began_at)
        DO UPDATE SET cause = excluded.cause, ended_at = excluded.ended_at\
        """,
        site,
        switch (spell.blindness()) {
          case Blindness.OfCamera(CameraId camera, _) -> camera.value();
          case Blindness.OfSite() -> SITE;
        },
        Columns.micros(spell.from()),
        switch (spell.blindness()) {
          case Blindness.OfCamera(_, CameraState state) -> state.name();
          case Blindness.OfSite() -> NOT_RUNNING;
        },
        Columns.micros(spell.until()));
  }

  /** Ends all spells that are open, as those of a run that ended while they were. */
  public void endOpen(String site, Instant at) {
    handle.execute(
        """
        UPDATE blind_spell SET ended_at = CASE WHEN began_at > ? THEN began_at ELSE ? END
        WHERE site = ? AND ended_at IS NULL\
        """,
        Columns.micros(at),
        Columns.micros(at),
        site);
  }

  /** Those that touch the time from {@code from} to before {@code until}, the earliest first. */
  public List<BlindSpell> between(String site, Instant from, Instant until) {
    return handle
        .createQuery(
            """
            SELECT * FROM blind_spell
            WHERE site = ? AND began_at < ? AND (ended_at IS NULL OR ended_at >= ?)
            ORDER BY began_at, camera\
            """)
        .bind(0, site)
        .bind(1, Columns.micros(until))
        .bind(2, Columns.micros(from))
        .map((row, _) -> spell(row))
        .list();
  }

  /** From when on a site's spells are kept; empty where it has none. */
  public Optional<Instant> began(String site) {
    return handle
        .createQuery("SELECT MIN(began_at) AS first_at FROM blind_spell WHERE site = ?")
        .bind(0, site)
        .map((row, _) -> Columns.instantOrEmpty(row, "first_at"))
        .one();
  }

  private static BlindSpell spell(ResultSet row) throws SQLException {
    String camera = row.getString("camera");
    return new BlindSpell(
        camera.equals(SITE)
            ? new Blindness.OfSite()
            : new Blindness.OfCamera(
                new CameraId(camera), CameraState.valueOf(row.getString("cause"))),
        Columns.instant(row, "began_at"),
        Columns.instantOrEmpty(row, "ended_at"));
  }
}
