package org.haetae.casework.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.PostgresqlServer;
import org.haetae.casework.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sealing on PostgreSQL. */
class PostgresqlSealedStoreTest {
  @RegisterExtension private static final PostgresqlServer SERVER = new PostgresqlServer();

  @TempDir Path folder;

  @Test
  void textFromBeforeIsSealed() throws Exception {
    KeyPlaces places = new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key"));
    Database.Postgresql database = SERVER.database();
    String before;
    try (Store plain = Store.open(database)) {
      Marked.fill(plain, 2);
      before = Marked.all(plain);
    }
    assertEquals("glass-marker", reason(database));
    try (SealedStore sealed = SealedStore.open(database, places, InstantSource.fixed(Marked.NOW))) {
      assertEquals(before, Marked.all(sealed.store()));
    }
    assertTrue(reason(database).startsWith("~"), "it is sealed");
  }

  private static String reason(Database.Postgresql database) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("SELECT reason FROM emergency_access")) {
      assertTrue(row.next());
      return row.getString(1);
    }
  }
}
