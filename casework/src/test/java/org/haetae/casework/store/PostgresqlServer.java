package org.haetae.casework.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** PostgreSQL, which runs beside the tests of a class that registers this. */
public final class PostgresqlServer implements BeforeAllCallback, AfterAllCallback {
  private final AtomicInteger databases = new AtomicInteger();
  private @Nullable EmbeddedPostgres running;

  /** Skips the tests, saying so, where there is none on this machine. */
  @Override
  public void beforeAll(ExtensionContext tests) {
    try {
      running = EmbeddedPostgres.start();
    } catch (IOException | RuntimeException e) {
      Assumptions.abort("PostgreSQL does not start on this machine: " + e.getMessage());
    }
  }

  /** An empty database. */
  public Database.Postgresql database() {
    EmbeddedPostgres server = Objects.requireNonNull(running);
    String name = "haetae_" + databases.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new AssertionError("no database could be made", e);
    }
    return new Database.Postgresql(
        "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name),
        "postgres",
        "postgres");
  }

  @Override
  public void afterAll(ExtensionContext tests) throws IOException {
    if (running != null) {
      running.close();
    }
  }
}
