package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.ledger.ErasedRefusal;
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
              SealedSince.SCHEMA_12,
              "detail",
              "SELECT * FROM ledger WHERE %s ORDER BY position",
              "UPDATE ledger SET detail = ? WHERE position = ?",
              PlainRows::ledger),
          new Column(
              SealedSince.SCHEMA_12,
              "issued",
              "SELECT * FROM protection_order WHERE %s",
              "UPDATE protection_order SET issued = ? WHERE id = ?",
              PlainRows::order),
          new Column(
              SealedSince.SCHEMA_12,
              "detail",
              "SELECT * FROM order_event WHERE %s",
              "UPDATE order_event SET detail = ? WHERE order_id = ? AND number = ?",
              PlainRows::orderEvent),
          new Column(
              SealedSince.SCHEMA_12,
              "event.detail",
              """
              SELECT event.*, incident.cause AS cause, incident.subject AS subject
              FROM incident_event event JOIN incident ON incident.id = event.incident WHERE %s\
              """,
              "UPDATE incident_event SET detail = ? WHERE incident = ? AND number = ?",
              PlainRows::incidentEvent),
          new Column(
              SealedSince.SCHEMA_12,
              "alert.detail",
              alerts(),
              "UPDATE alert SET detail = ? WHERE id = ?",
              row -> alert(row, "detail")),
          new Column(
              SealedSince.SCHEMA_12,
              "alert.evidence",
              alerts(),
              "UPDATE alert SET evidence = ? WHERE id = ?",
              row -> alert(row, "evidence")),
          new Column(
              SealedSince.SCHEMA_12,
              "body",
              "SELECT * FROM outbox WHERE %s",
              "UPDATE outbox SET body = ? WHERE id = ?",
              PlainRows::parcel),
          new Column(
              SealedSince.SCHEMA_12,
              "detail",
              "SELECT * FROM site_reading WHERE %s",
              "UPDATE site_reading SET detail = ? WHERE site = ?",
              row -> house(ReadingTable.siteCell(row.getString("site")), row)),
          new Column(
              SealedSince.SCHEMA_12,
              "detail",
              "SELECT * FROM watch_signal WHERE %s",
              "UPDATE watch_signal SET detail = ? WHERE serial = ?",
              row -> house(ReadingTable.watchCell(row.getString("serial")), row)),
          new Column(
              SealedSince.SCHEMA_15,
              "reason",
              "SELECT * FROM emergency_access WHERE %s",
              "UPDATE emergency_access SET reason = ? WHERE id = ?",
              PlainRows::emergency));

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

  private record Column(
      SealedSince since, String name, String select, String update, Reader reader) {}

  /** Seals up to {@code most} rows of each column; answers how many it were. */
  int seal(int most) {
    int sealed = 0;
    for (Column column : COLUMNS) {
      sealed += seal(column, most);
    }
    return sealed;
  }

  /** Whether there are any in columns that are sealed since then. */
  boolean any(Set<SealedSince> since) {
    return COLUMNS.stream()
        .filter(column -> since.contains(column.since()))
        .anyMatch(column -> !plain(column, 1).isEmpty());
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
          batch.bind(0, sealed(row));
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

  /** Whoever was erased before this column was sealed is erased here, too. */
  private String sealed(Plain row) {
    try {
      return sealing.seal(row.owner(), row.cell(), row.text());
    } catch (ErasedRefusal e) {
      return sealing.prefix(row.owner()).orElseThrow(() -> e);
    }
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

  private static Plain emergency(ResultSet row) throws SQLException {
    return new Plain(
        Owner.of(new CaseId(row.getString("case_id"))),
        EmergencyAccessTable.cell(row),
        row.getString("reason"),
        List.of(row.getLong("id")));
  }

  private static Plain house(Cell cell, ResultSet row) throws SQLException {
    return new Plain(Owner.HOUSE, cell, row.getString("detail"), List.of(cell.row().getFirst()));
  }
}
