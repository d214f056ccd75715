package org.haetae.casework.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same on PostgreSQL. */
class PostgresqlStoreTest extends StoreContract {
  @RegisterExtension private static final PostgresqlServer SERVER = new PostgresqlServer();

  private Database.@Nullable Postgresql database;
  private @Nullable Store store;

  @BeforeEach
  void open() throws Exception {
    database = SERVER.database();
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
