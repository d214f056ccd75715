package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * What happened to things of one sort, each with a log of its own that is only ever added to.
 *
 * @param table of the log
 * @param owner the column that says whose event it is
 */
record EventLog(Handle handle, Sealing sealing, String table, String owner) {

  /**
   * All events of one log that were not erased, the oldest first.
   *
   * @param read makes an event of its kind and its detail
   */
  <E> List<E> events(String id, BiFunction<String, String, E> read) {
    return handle
        .createQuery("SELECT * FROM %s WHERE %s = ? ORDER BY number".formatted(table, owner))
        .bind(0, id)
        .map(
            (row, _) -> {
              String kind = row.getString("kind");
              return detail(row).map(detail -> read.apply(kind, detail));
            })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The detail of a row of this log; empty where it was erased. */
  Optional<String> detail(ResultSet row) throws SQLException {
    return sealing.open(
        cell(row.getString(owner), row.getInt("number"), row.getString("kind")),
        row.getString("detail"));
  }

  void append(String id, Owner whose, Enum<?> kind, Object event) {
    int number =
        handle
            .createQuery(
                "SELECT COALESCE(MAX(number), 0) + 1 FROM %s WHERE %s = ?".formatted(table, owner))
            .bind(0, id)
            .mapTo(Integer.class)
            .one();
    handle.execute(
        "INSERT INTO %s (%s, number, kind, detail) VALUES (?, ?, ?, ?)".formatted(table, owner),
        id,
        number,
        kind.name(),
        sealing.seal(whose, cell(id, number, kind.name()), Json.write(event)));
  }

  Cell cell(String id, int number, String kind) {
    return cell(table, id, number, kind);
  }

  static Cell cell(String table, String id, int number, String kind) {
    return Cell.of(table, "detail", id, Integer.toString(number), kind);
  }
}
