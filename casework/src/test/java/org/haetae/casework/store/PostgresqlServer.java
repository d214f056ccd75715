package org.haetae.casework.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/** PostgreSQL, which runs beside a test. */
public final class PostgresqlServer implements AutoCloseable {
  private final AtomicInteger databases = new AtomicInteger();
  private final EmbeddedPostgres server;

  private PostgresqlServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Skips the test, saying so, where there is none on this machine. */
  public static PostgresqlServer start() {
    try {
      return new PostgresqlServer(EmbeddedPostgres.start());
    } catch (IOException | RuntimeException e) {
      return Assumptions.abort("PostgreSQL does not start on this machine: " + e.getMessage());
    }
  }

  /** An empty database. */
  public Database.Postgresql database() {
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
  public void close() throws IOException {
    server.close();
  }
}
