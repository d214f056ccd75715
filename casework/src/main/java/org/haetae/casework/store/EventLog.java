package org.haetae.casework.store;

import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/**
 * What happened to things of one sort, each with a log of its own that is only ever added to.
 *
 * @param table of the log
 * @param owner the column that says whose event it is
 */
record EventLog(Handle handle, String table, String owner) {

  /**
   * All events of one log, the oldest first.
   *
   * @param read makes an event of its kind and its detail
   */
  <E> List<E> events(String id, BiFunction<String, String, E> read) {
    return handle
        .createQuery(
            "SELECT kind, detail FROM %s WHERE %s = ? ORDER BY number".formatted(table, owner))
        .bind(0, id)
        .map((row, _) -> read.apply(row.getString("kind"), row.getString("detail")))
        .list();
  }

  void append(String id, Enum<?> kind, Object event) {
    handle.execute(
        """
        INSERT INTO %1$s (%2$s, number, kind, detail)
        SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ? FROM %1$s WHERE %2$s = ?\
        """
            .formatted(table, owner),
        id,
        kind.name(),
        Json.write(event),
        id);
  }
}
