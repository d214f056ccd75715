package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.ledger.Subject;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Rows from before there was sealing. A row that was sealed is found by its mark and left alone.
 */
final class PlainRows {
  /** Those of every column of text about people; the select ends with a condition. */
  private static final List<Column> COLUMNS =
      List.of(
          new Column(
              "detail",
              "SELECT * FROM ledger WHERE %s ORDER BY position",
              "UPDATE ledger SET detail = ? WHERE position = ?",
              PlainRows::ledger),
          new Column(
              "issued",
              "SELECT * FROM protection_order WHERE %s",
              "UPDATE protection_order SET issued = ? WHERE id = ?",
              PlainRows::order),
          new Column(
              "detail",
              "SELECT * FROM order_event WHERE %s",
              "UPDATE order_event SET detail = ? WHERE order_id = ? AND number = ?",
              PlainRows::orderEvent),
          new Column(
              "event.detail",
              """
              SELECT event.*, incident.cause AS cause, incident.subject AS subject
              FROM incident_event event JOIN incident ON incident.id = event.incident WHERE %s\
              """,
              "UPDATE incident_event SET detail = ? WHERE incident = ? AND number = ?",
              PlainRows::incidentEvent),
          new Column(
              "alert.detail",
              alerts(),
              "UPDATE alert SET detail = ? WHERE id = ?",
              row -> alert(row, "detail")),
          new Column(
              "alert.evidence",
              alerts(),
              "UPDATE alert SET evidence = ? WHERE id = ?",
              row -> alert(row, "evidence")),
          new Column(
              "body",
              "SELECT * FROM outbox WHERE %s",
              "UPDATE outbox SET body = ? WHERE id = ?",
              PlainRows::parcel),
          new Column(
              "detail",
              "SELECT * FROM site_reading WHERE %s",
              "UPDATE site_reading SET detail = ? WHERE site = ?",
              row -> house(ReadingTable.siteCell(row.getString("site")), row)),
          new Column(
              "detail",
              "SELECT * FROM watch_signal WHERE %s",
              "UPDATE watch_signal SET detail = ? WHERE serial = ?",
              row -> house(ReadingTable.watchCell(row.getString("serial")), row)));

  private final Handle handle;
  private final Sealing sealing;

  PlainRows(Handle handle, Sealing sealing) {
    this.handle = handle;
    this.sealing = sealing;
  }

  /**
   * @param key values that find the row, as the update wants them
   */
  private record Plain(Owner owner, Cell cell, String text, List<Object> key) {}

  @FunctionalInterface
  private interface Reader {
    Plain read(ResultSet row) throws SQLException;
  }

  private record Column(String name, String select, String update, Reader reader) {}

  /** Seals up to {@code most} rows of each column; answers how many it were. */
  int seal(int most) {
    int sealed = 0;
    for (Column column : COLUMNS) {
      sealed += seal(column, most);
    }
    return sealed;
  }

  boolean any() {
    return COLUMNS.stream().anyMatch(column -> !plain(column, 1).isEmpty());
  }

  private List<Plain> plain(Column column, int most) {
    return handle
        .createQuery(
            column.select().formatted("substr(%s, 1, 1) <> ?".formatted(column.name()))
                + " LIMIT ?")
        .bind(0, Sealing.MARK)
        .bind(1, most)
        .map((row, _) -> column.reader().read(row))
        .list();
  }

  private int seal(Column column, int most) {
    List<Plain> rows = plain(column, most);
    if (!rows.isEmpty()) {
      sealing.prepare(rows.stream().map(Plain::owner).toList());
      try (PreparedBatch batch = handle.prepareBatch(column.update())) {
        for (Plain row : rows) {
          batch.bind(0, sealing.seal(row.owner(), row.cell(), row.text()));
          for (int i = 0; i < row.key().size(); i++) {
            batch.bind(i + 1, row.key().get(i));
          }
          batch.add();
        }
        batch.execute();
      }
    }
    return rows.size();
  }

  boolean done() {
    return handle.createQuery("SELECT COUNT(*) FROM sealing").mapTo(Integer.class).one() > 0;
  }

  void done(Instant now) {
    handle.execute(
        """
        INSERT INTO sealing (done_at)
        SELECT CAST(? AS BIGINT) WHERE NOT EXISTS (SELECT 1 FROM sealing)\
        """,
        Columns.micros(now));
  }

  private static Plain ledger(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    Subject subject =
        new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject"));
    Optional<CaseId> about = Optional.ofNullable(row.getString("case_id")).map(CaseId::new);
    return new Plain(
        LedgerTable.owner(subject.kind(), about),
        LedgerTable.cell(position, subject, row.getInt("number"), about, row.getString("kind")),
        row.getString("detail"),
        List.of(position));
  }

  private static Plain order(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Plain(
        Owner.of(new OrderId(id)),
        OrderTable.cell(id, row.getString("respondent")),
        row.getString("issued"),
        List.of(id));
  }

  private static Plain orderEvent(ResultSet row) throws SQLException {
    String id = row.getString("order_id");
    int number = row.getInt("number");
    return new Plain(
        Owner.of(new OrderId(id)),
        EventLog.cell("order_event", id, number, row.getString("kind")),
        row.getString("detail"),
        List.of(id, number));
  }

  private static Plain incidentEvent(ResultSet row) throws SQLException {
    String id = row.getString("incident");
    int number = row.getInt("number");
    return new Plain(
        IncidentTable.owner(row.getString("cause"), row.getString("subject")),
        EventLog.cell("incident_event", id, number, row.getString("kind")),
        row.getString("detail"),
        List.of(id, number));
  }

  private static String alerts() {
    return """
    SELECT alert.*, incident.cause AS cause, incident.subject AS subject
    FROM alert JOIN incident ON incident.id = alert.incident WHERE %s\
    """;
  }

  private static Plain alert(ResultSet row, String column) throws SQLException {
    String id = row.getString("id");
    return new Plain(
        IncidentTable.owner(row.getString("cause"), row.getString("subject")),
        IncidentTable.alertCell(column, id, row.getString("incident"), row.getString("kind")),
        row.getString(column),
        List.of(id));
  }

  private static Plain parcel(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String body = row.getString("body");
    return new Plain(
        OutboxTable.owner(NoticeKind.valueOf(kind).read(body)),
        OutboxTable.cell(row.getString("channel"), row.getString("key"), kind),
        body,
        List.of(row.getLong("id")));
  }

  private static Plain house(Cell cell, ResultSet row) throws SQLException {
    return new Plain(Owner.HOUSE, cell, row.getString("detail"), List.of(cell.row().getFirst()));
  }
}
