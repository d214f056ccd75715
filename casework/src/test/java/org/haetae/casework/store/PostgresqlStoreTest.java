package org.haetae.casework.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The same on PostgreSQL. */
class PostgresqlStoreTest extends StoreContract {
  private static @Nullable PostgresqlServer server;
  private Database.@Nullable Postgresql database;
  private @Nullable Store store;

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

  @BeforeEach
  void open() throws Exception {
    database = Objects.requireNonNull(server).database();
    store = Store.open(database);
  }

  @Override
  void sql(String statement) throws Exception {
    Database.Postgresql its = Objects.requireNonNull(database);
    try (Connection connection =
            DriverManager.getConnection(its.url(), its.user(), its.password());
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  @AfterEach
  void close() {
    store().close();
  }

  @Override
  Store store() {
    return Objects.requireNonNull(store);
  }
}
