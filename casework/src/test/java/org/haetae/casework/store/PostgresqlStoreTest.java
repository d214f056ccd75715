package org.haetae.casework.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The same on PostgreSQL, which runs beside the test. */
class PostgresqlStoreTest extends StoreContract {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable EmbeddedPostgres server;
  private @Nullable Store store;
  private String name = "";

  @BeforeAll
  static void start() {
    try {
      server = EmbeddedPostgres.start();
    } catch (IOException | RuntimeException e) {
      Assumptions.abort("PostgreSQL does not start on this machine: " + e.getMessage());
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    EmbeddedPostgres running = Objects.requireNonNull(server);
    name = "haetae_" + DATABASES.incrementAndGet();
    try (var connection = running.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    store =
        Store.open(
            new Database.Postgresql(
                "jdbc:postgresql://localhost:%d/%s".formatted(running.getPort(), name),
                "postgres",
                "postgres"));
  }

  @Override
  void sql(String statement) throws Exception {
    try (var connection =
            Objects.requireNonNull(server).getDatabase("postgres", name).getConnection();
        var sql = connection.createStatement()) {
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
