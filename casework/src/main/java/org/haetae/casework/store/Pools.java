package org.haetae.casework.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Connections, opened as each database wants them. */
final class Pools {
  static final Duration BUSY = Duration.ofSeconds(2);
  private static final int READERS = 4;

  private Pools() {}

  /**
   * Connections that write. SQLite has one writer at a time, so there is one connection, and its
   * transactions take the lock when they begin: one that reads first could not get it later.
   */
  static HikariDataSource writing(Database database) {
    return switch (database) {
      case Database.Sqlite sqlite -> {
        SQLiteConfig config = sqlite();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        yield pool(sqlite, config, 1, "writer");
      }
      case Database.Postgresql postgresql -> pool(postgresql, READERS, "writer");
    };
  }

  /** Connections that only read; in SQLite's write-ahead mode they wait for no writer. */
  static HikariDataSource reading(Database database) {
    return switch (database) {
      case Database.Sqlite sqlite -> {
        SQLiteConfig config = sqlite();
        config.setTransactionMode(TransactionMode.DEFERRED);
        yield pool(sqlite, config, READERS, "reader");
      }
      case Database.Postgresql postgresql -> pool(postgresql, READERS, "reader");
    };
  }

  private static SQLiteConfig sqlite() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    // A commit that was answered for must survive a power cut.
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout((int) BUSY.toMillis());
    // What is deleted is overwritten: a purged face must not be found in a free page.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config;
  }

  private static HikariDataSource pool(
      Database.Sqlite sqlite, SQLiteConfig config, int size, String name) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + sqlite.file().toAbsolutePath());
    HikariConfig pool = sized(size, name);
    pool.setDataSource(source);
    return new HikariDataSource(pool);
  }

  private static HikariDataSource pool(Database.Postgresql postgresql, int size, String name) {
    HikariConfig pool = sized(size, name);
    pool.setJdbcUrl(postgresql.url());
    pool.setUsername(postgresql.user());
    pool.setPassword(postgresql.password());
    return new HikariDataSource(pool);
  }

  private static HikariConfig sized(int size, String name) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("store-" + name);
    pool.setMaximumPoolSize(size);
    pool.setConnectionTimeout(BUSY.multipliedBy(2).toMillis());
    return pool;
  }
}
