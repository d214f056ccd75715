package org.haetae.casework.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.SealedStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database whose text is sealed does everything that one with plain text does. */
class SealedSqliteStoreTest extends StoreContract {
  @TempDir Path folder;
  private SealedStore sealed;

  @BeforeEach
  void open() {
    sealed =
        SealedStore.open(
            new Database.Sqlite(folder.resolve("haetae.db")),
            new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key")),
            InstantSource.fixed(Instant.EPOCH));
  }

  @AfterEach
  void close() {
    sealed.close();
  }

  @Override
  Store store() {
    return sealed.store();
  }

  @Override
  void sql(String statement) throws Exception {
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("haetae.db"));
        Statement sql = file.createStatement()) {
      sql.execute(statement);
    }
  }
}
