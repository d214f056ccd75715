package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How values stand in columns. */
final class Columns {
  private Columns() {}

  /** Microseconds since 1970, UTC. */
  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static @Nullable Long micros(Optional<Instant> instant) {
    return instant.map(Columns::micros).orElse(null);
  }

  /** Whose a row is that says so in {@code owner_kind} and {@code owner}. */
  static Owner owner(ResultSet row) throws SQLException {
    return new Owner(Owner.Kind.valueOf(row.getString("owner_kind")), row.getString("owner"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
  }

  static Optional<Instant> instantOrEmpty(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? Optional.empty() : Optional.of(instant(row, column));
  }
}
