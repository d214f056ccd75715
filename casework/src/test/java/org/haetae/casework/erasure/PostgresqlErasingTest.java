package org.haetae.casework.erasure;

import org.haetae.casework.store.Database;
import org.haetae.casework.store.PostgresqlServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Erasing on PostgreSQL. */
class PostgresqlErasingTest extends ErasingTest {
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
