package org.haetae.casework.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;

/** A SQLite database as one file: copied while others write to it, and looked through. */
public final class SqliteFile {
  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

  private SqliteFile() {}

  /**
   * Copies one consistent state, without pages that are free, by {@code VACUUM INTO}. Others read
   * and write meanwhile; only {@link Store#emptyLog} has to wait.
   *
   * @param to an empty file, or none
   */
  public static void copy(Path database, Path to) {
    try (Connection connection = connection(database);
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, to.toAbsolutePath().toString());
      vacuum.execute();
    } catch (SQLException e) {
      throw new StoreException(
          "the database %s can't be copied: %s".formatted(database, e.getMessage()), e);
    }
  }

  /**
   * Looks through a whole file.
   *
   * @throws StoreException where it is damaged, a row points to nothing, or Haetae has not made it
   */
  public static SqliteFacts examine(Path file) {
    try (Connection connection = connection(file);
        Statement sql = connection.createStatement()) {
      List<String> faults = texts(sql, "PRAGMA integrity_check");
      if (!faults.equals(List.of("ok"))) {
        throw new StoreException("the database %s is damaged: %s".formatted(file, faults.get(0)));
      }
      if (!texts(sql, "PRAGMA foreign_key_check").isEmpty()) {
        throw new StoreException("the database %s has rows that point to none".formatted(file));
      }
      return facts(sql);
    } catch (SQLException e) {
      throw new StoreException(
          "the database %s can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** {@link #examine}, taking for granted that it is undamaged. */
  public static SqliteFacts count(Path file) {
    try (Connection connection = connection(file);
        Statement sql = connection.createStatement()) {
      return facts(sql);
    } catch (SQLException e) {
      throw new StoreException(
          "the database %s can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Takes its log into the file, so that the file alone is the database. */
  public static void settle(Path file) {
    try (Connection connection = connection(file);
        Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      sql.execute("PRAGMA journal_mode = DELETE");
    } catch (SQLException e) {
      throw new StoreException(
          "the database %s can't be closed up: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static SqliteFacts facts(Statement sql) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : texts(sql, TABLES)) {
      rows.put(
          table, Long.parseLong(texts(sql, "SELECT COUNT(*) FROM \"%s\"".formatted(table)).get(0)));
    }
    if (!rows.containsKey("flyway_schema_history")) {
      throw new SQLException("it has no tables of Haetae");
    }
    String schema =
        "SELECT COALESCE(MAX(CAST(version AS INTEGER)), 0) FROM flyway_schema_history WHERE"
            + " success";
    return new SqliteFacts(Integer.parseInt(texts(sql, schema).get(0)), rows);
  }

  private static List<String> texts(Statement sql, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static Connection connection(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) Pools.BUSY.toMillis());
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }
}
