package org.haetae.casework.retention;

import org.haetae.casework.store.Database;
import org.haetae.casework.store.PostgresqlServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holds, rules and their ends on PostgreSQL. */
class PostgresqlRetentionRoundTest extends RetentionRoundTest {
  @RegisterExtension private static final PostgresqlServer SERVER = new PostgresqlServer();

  private @Nullable Database database;

  @Override
  Database database() {
    if (database == null) {
      database = SERVER.database();
    }
    return database;
  }
}
