package org.haetae.casework.erasure;

import java.util.Objects;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.PostgresqlServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Erasing on PostgreSQL. */
class PostgresqlErasingTest extends ErasingTest {
  private static @Nullable PostgresqlServer server;
  private @Nullable Database database;

  @BeforeAll
  static void start() {
    server = PostgresqlServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  Database database() {
    if (database == null) {
      database = Objects.requireNonNull(server).database();
    }
    return database;
  }
}
