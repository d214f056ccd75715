package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.ledger.Entry;
import org.haetae.casework.ledger.Erased;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.ledger.LedgerConflict;
import org.haetae.casework.ledger.Recorded;
import org.haetae.casework.ledger.Subject;
import org.haetae.domain.id.CaseId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Facts in the order in which they were written down. */
public final class LedgerTable {
  private static final String ROW =
      "SELECT position, subject_kind, subject, number, case_id, happened_at, kind, detail FROM"
          + " ledger ";

  private final Handle handle;
  private final AuditTable audit;
  private final Sealing sealing;

  LedgerTable(Handle handle, AuditTable audit, Sealing sealing) {
    this.handle = handle;
    this.audit = audit;
    this.sealing = sealing;
  }

  /** Writes entries one after the other; see {@link org.haetae.casework.ledger.Ledger#append}. */
  public long append(List<Entry> entries, long read) {
    // Taking the turn first makes other writers wait until this one is done.
    handle.execute("UPDATE ledger_turn SET position = position + ?", entries.size());
    long last = handle.createQuery("SELECT position FROM ledger_turn").mapTo(Long.class).one();
    if (last - entries.size() != read) {
      throw new LedgerConflict();
    }
    requireNext(entries);
    try (PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO ledger
              (position, subject_kind, subject, number, case_id, happened_at, kind, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
      long position = last - entries.size();
      for (Entry entry : entries) {
        position++;
        String kind = FactKinds.name(entry.fact().getClass());
        batch.add(
            position,
            entry.subject().kind().name(),
            entry.subject().id(),
            entry.number(),
            entry.about().map(CaseId::value).orElse(null),
            Columns.micros(entry.fact().at()),
            kind,
            sealing.seal(
                owner(entry.subject().kind(), entry.about()),
                cell(position, entry.subject(), entry.number(), entry.about(), kind),
                Json.write(entry.fact())));
        audit.note(Audited.fact(entry, position));
      }
      batch.execute();
    }
    return last;
  }

  /** What was written after {@code position}. */
  public List<Recorded> after(long position, int most) {
    return handle
        .createQuery(ROW + "WHERE position > ? ORDER BY position LIMIT ?")
        .bind(0, position)
        .bind(1, most)
        .map((row, _) -> recorded(row))
        .list();
  }

  /** Everything on the timeline of a case, the oldest first. */
  public List<Recorded> about(CaseId id) {
    return handle
        .createQuery(ROW + "WHERE case_id = ? ORDER BY position")
        .bind(0, id.value())
        .map((row, _) -> recorded(row))
        .list();
  }

  private void requireNext(List<Entry> entries) {
    Map<Subject, Integer> last = new HashMap<>();
    for (Entry entry : entries) {
      Subject subject = entry.subject();
      int before = last.computeIfAbsent(subject, this::newest);
      if (entry.number() != before + 1) {
        throw new LedgerConflict(subject);
      }
      last.put(subject, entry.number());
    }
  }

  private int newest(Subject subject) {
    return handle
        .createQuery(
            "SELECT COALESCE(MAX(number), 0) FROM ledger WHERE subject_kind = ? AND subject = ?")
        .bind(0, subject.kind().name())
        .bind(1, subject.id())
        .mapTo(Integer.class)
        .one();
  }

  /**
   * Whose key seals a fact. The run of a watch is the stock's: it goes on with the next case, and
   * could not be followed with a hole in it.
   */
  static Owner owner(Subject.Kind kind, Optional<CaseId> about) {
    return switch (kind) {
      case CASE -> about.map(Owner::of).orElse(Owner.HOUSE);
      case WATCH, STATION, STAFF -> Owner.HOUSE;
    };
  }

  static Cell cell(
      long position, Subject subject, int number, Optional<CaseId> about, String kind) {
    return Cell.of(
        "ledger",
        "detail",
        Long.toString(position),
        subject.kind().name(),
        subject.id(),
        Integer.toString(number),
        about.map(CaseId::value).orElse(""),
        kind);
  }

  private Recorded recorded(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    Subject subject =
        new Subject(Subject.Kind.valueOf(row.getString("subject_kind")), row.getString("subject"));
    int number = row.getInt("number");
    Optional<CaseId> about = Optional.ofNullable(row.getString("case_id")).map(CaseId::new);
    String kind = row.getString("kind");
    Instant at = Columns.instant(row, "happened_at");
    Class<? extends Fact> type = FactKinds.type(kind);
    Fact fact =
        sealing
            .open(cell(position, subject, number, about, kind), row.getString("detail"))
            .<Fact>map(json -> Json.read(json, type))
            .orElseGet(() -> new Erased(at));
    return new Recorded(position, new Entry(subject, number, about, fact));
  }
}
