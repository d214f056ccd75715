package org.haetae.casework.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.haetae.casework.audit.Link;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The open database. Safe for many threads; closed once, after all who use it. */
public final class Store implements AutoCloseable {
  private static final String MIGRATIONS = "classpath:org/haetae/casework/store/migration";

  private static final Duration BRIEFLY = Duration.ofMillis(100);

  private final Database database;
  private final String name;
  private final HikariDataSource writing;
  private final HikariDataSource reading;
  private final Jdbi writer;
  private final Jdbi reader;
  private final Sealing sealing;
  private final InstantSource clock;

  private Store(
      Database database,
      String name,
      HikariDataSource writing,
      HikariDataSource reading,
      Sealing sealing,
      InstantSource clock) {
    this.database = database;
    this.name = name;
    this.writing = writing;
    this.reading = reading;
    this.sealing = sealing;
    this.writer = Jdbi.create(writing);
    this.reader = Jdbi.create(reading);
    this.clock = clock;
  }

  /** Opens a database that holds nobody's data: its text stays as it is. */
  public static Store open(Database database) {
    return open(database, Sealing.none(), InstantSource.system());
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @param sealing how text about people lies in it
   * @param clock by which entries of the audit trail are dated
   * @throws StoreException where it can't be opened or was written by a newer version
   */
  public static Store open(Database database, Sealing sealing, InstantSource clock) {
    String name =
        switch (database) {
          case Database.Sqlite(Path file) -> file.toString();
          case Database.Postgresql postgresql -> postgresql.toString();
        };
    @Nullable HikariDataSource writing = null;
    @Nullable HikariDataSource reading = null;
    try {
      if (database instanceof Database.Sqlite(Path file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      writing = Pools.writing(database);
      migrate(database, writing);
      reading = Pools.reading(database);
      return new Store(database, name, writing, reading, sealing, clock);
    } catch (IOException | RuntimeException e) {
      close(reading);
      close(writing);
      throw new StoreException(
          "the database %s can't be opened: %s".formatted(name, firstLine(e)), e);
    }
  }

  private static void migrate(Database database, HikariDataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations(MIGRATIONS)
        .placeholders(placeholders(database))
        .load()
        .migrate();
  }

  /** What differs between databases in the scripts. */
  static Map<String, String> placeholders(Database database) {
    String serial =
        switch (database) {
          case Database.Sqlite _ -> "INTEGER PRIMARY KEY AUTOINCREMENT";
          case Database.Postgresql _ -> "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
        };
    String bytes =
        switch (database) {
          case Database.Sqlite _ -> "BLOB";
          case Database.Postgresql _ -> "BYTEA";
        };
    String guards =
        Stream.of("audit_entry", "audit_checkpoint")
            .map(
                switch (database) {
                  case Database.Sqlite _ -> AppendOnly::sqlite;
                  case Database.Postgresql _ -> AppendOnly::postgresql;
                })
            .collect(Collectors.joining());
    return Map.of(
        "serial",
        serial,
        "bytes",
        bytes,
        "audit_guards",
        guards,
        "audit_genesis",
        Link.GENESIS.hex());
  }

  /** The number of the newest script that makes this version's tables. */
  public static int newestSchema() {
    return Flyway.configure()
        .dataSource("jdbc:sqlite::memory:", "", "")
        .locations(MIGRATIONS)
        .load()
        .info()
        .getInfoResult()
        .migrations
        .stream()
        .mapToInt(migration -> Integer.parseInt(migration.version))
        .max()
        .orElse(0);
  }

  /**
   * Writes: all of {@code work} or nothing.
   *
   * @throws StoreException where the database is locked, full or gone; nothing was written then
   */
  public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
    return within(
        writer,
        in -> {
          T done = work.apply(in);
          in.audit().write(clock.instant());
          return done;
        });
  }

  /** {@link #write} for work that answers nothing. */
  public void run(Consumer<Transaction> work) {
    var _ =
        write(
            in -> {
              work.accept(in);
              return Optional.empty();
            });
  }

  /** Makes keys before a {@link #write} that has many new owners, so that others wait less. */
  public void prepare(Collection<Owner> owners) {
    sealing.prepare(owners);
  }

  /** Reads one consistent state. */
  public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    return within(reader, work);
  }

  /**
   * Empties the write-ahead log, in which SQLite keeps pages as they were before a deletion.
   * PostgreSQL's log is the server's own affair, and there is nothing to do.
   *
   * @return false where a reader still needs the log; ask again later
   */
  public boolean emptyLog() {
    return switch (database) {
      case Database.Sqlite _ -> emptySqliteLog();
      case Database.Postgresql _ -> true;
    };
  }

  private boolean emptySqliteLog() {
    try {
      return writer.withHandle(
          handle -> {
            // Alerts wait for this connection, so it doesn't wait for readers long.
            busyTimeout(handle, BRIEFLY);
            try {
              return handle
                  .createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                  .map((row, _) -> row.getInt("busy") == 0)
                  .one();
            } finally {
              busyTimeout(handle, Pools.BUSY);
            }
          });
    } catch (JdbiException e) {
      throw new StoreException(
          "the log of the database %s can't be emptied: %s".formatted(name, firstLine(e)), e);
    }
  }

  /**
   * Seals the plain text of a page of rows that were written before there was sealing.
   *
   * @param most rows of each table that are sealed at once
   * @return how many there were; 0 where nothing plain is left
   * @throws StoreException where the database is locked, full or gone; the page is as it was then
   */
  public int sealSome(int most) {
    return within(writer, in -> in.plainRows().seal(most));
  }

  /** Whether some text is plain in columns that are sealed since then. */
  public boolean hasPlain(Set<SealedSince> since) {
    return within(reader, in -> in.plainRows().any(since));
  }

  /** Whether all plain text has been sealed and its remains were overwritten. */
  public boolean allSealed() {
    return within(reader, in -> in.plainRows().done());
  }

  /**
   * Writes the whole file anew, so that no page holds what was plain, and says so in the database.
   *
   * @throws StoreException where another process reads the database, or the disk is full
   */
  public void overwritten(Instant now) {
    if (database instanceof Database.Sqlite) {
      try {
        var _ = writer.withHandle(handle -> handle.execute("VACUUM"));
      } catch (JdbiException e) {
        throw new StoreException(
            "the database %s can't be written anew: %s".formatted(name, firstLine(e)), e);
      }
      if (!emptyLog()) {
        throw new StoreException(
            "the log of the database %s can't be emptied: end the other process first"
                .formatted(name),
            new IllegalStateException("busy"));
      }
    }
    run(in -> in.plainRows().done(now));
  }

  private static void busyTimeout(Handle handle, Duration wait) {
    handle.execute("PRAGMA busy_timeout = " + wait.toMillis());
  }

  private <T extends @Nullable Object> T within(Jdbi jdbi, Function<Transaction, T> work) {
    try {
      return jdbi.inTransaction(handle -> work.apply(new Transaction(handle, sealing)));
    } catch (JdbiException e) {
      throw new StoreException(
          "the database %s can't be used: %s".formatted(name, firstLine(e)), e);
    }
  }

  private static String firstLine(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  @Override
  public void close() {
    close(reading);
    close(writing);
  }

  private static void close(@Nullable HikariDataSource source) {
    if (source != null) {
      source.close();
    }
  }
}
