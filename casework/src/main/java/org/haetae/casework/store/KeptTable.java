package org.haetae.casework.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.retention.Facts;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.WatchSerial;
import org.jdbi.v3.core.Handle;

/**
 * How old rows are, of whom they are, and the end of those that have no key of their own. Nothing
 * sealed is opened. What is deleted is overwritten in the file, and is in the audit trail.
 */
public final class KeptTable {
  private final Handle handle;
  private final AuditTable audit;
  private final Sealing sealing;

  KeptTable(Handle handle, AuditTable audit, Sealing sealing) {
    this.handle = handle;
    this.audit = audit;
    this.sealing = sealing;
  }

  /** Rows without a name. */
  public record Heap(long count, Optional<Instant> oldest) {}

  public List<Facts.OfIncident> incidents() {
    return handle
        .createQuery("SELECT cause, subject, state, opened_at, last_alert_at FROM incident")
        .map(
            (row, _) ->
                new Facts.OfIncident(
                    IncidentTable.owner(row.getString("cause"), row.getString("subject")),
                    Columns.instant(row, "opened_at"),
                    Columns.instant(row, "last_alert_at"),
                    IncidentState.valueOf(row.getString("state")).takesAlerts()))
        .list();
  }

  public List<Facts.OfPhotograph> photographs() {
    return handle
        .createQuery("SELECT name, case_id, taken_at FROM photograph ORDER BY taken_at, name")
        .map(
            (row, _) ->
                new Facts.OfPhotograph(
                    row.getString("name"),
                    new CaseId(row.getString("case_id")),
                    Columns.instant(row, "taken_at")))
        .list();
  }

  public List<Facts.OfRespondent> respondents() {
    return handle
        .createQuery("SELECT owner, changed_at FROM register WHERE owner_kind = 'RESPONDENT'")
        .map(
            (row, _) ->
                new Facts.OfRespondent(
                    new RespondentId(row.getString("owner")), Columns.instant(row, "changed_at")))
        .list();
  }

  /** Each watch's newest sign of life. */
  public Map<WatchSerial, Instant> positions() {
    return handle
        .createQuery("SELECT serial, at FROM watch_signal")
        .map(
            (row, _) ->
                Map.entry(new WatchSerial(row.getString("serial")), Columns.instant(row, "at")))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The case of whoever had each watch last. */
  public Map<WatchSerial, CaseId> lastHolders() {
    return handle
        .createQuery(
            """
            SELECT subject, case_id FROM ledger AS newest
            WHERE subject_kind = 'WATCH' AND case_id IS NOT NULL
              AND position = (SELECT MAX(position) FROM ledger WHERE subject_kind = 'WATCH'
                AND subject = newest.subject AND case_id IS NOT NULL)\
            """)
        .map(
            (row, _) ->
                Map.entry(
                    new WatchSerial(row.getString("subject")),
                    new CaseId(row.getString("case_id"))))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Orders with sealed faces. */
  public Set<OrderId> withFaces() {
    return handle
        .createQuery("SELECT DISTINCT order_id FROM template")
        .map((row, _) -> new OrderId(row.getString("order_id")))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  public Heap parcels() {
    return heap("outbox", "created_at", "state <> 'WAITING'");
  }

  public Heap sessions() {
    return heap("user_session", "until_at", "1 = 1");
  }

  public Heap invitations() {
    return heap("invitation", "until_at", "1 = 1");
  }

  public Heap templates() {
    return heap("template", "enrolled_at", "1 = 1");
  }

  public Heap auditEntries() {
    return heap("audit_entry", "at", "1 = 1");
  }

  public Heap emergencies() {
    return heap("emergency_access", "opened_at", "1 = 1");
  }

  private Heap heap(String table, String at, String which) {
    return handle
        .createQuery(
            "SELECT COUNT(*) AS rows_, MIN(%s) AS oldest FROM %s WHERE %s"
                .formatted(at, table, which))
        .map((row, _) -> new Heap(row.getLong("rows_"), Columns.instantOrEmpty(row, "oldest")))
        .one();
  }

  /** Deletes one photograph of a case that stays. */
  public void deletePhotograph(Facts.OfPhotograph photograph) {
    if (handle.execute("DELETE FROM photograph WHERE name = ?", photograph.name()) > 0) {
      audit.note(
          AuditNote.of(
                  AuditAct.PURGE, AuditSubject.photograph(photograph.name()), "its time was over")
              .within(AuditSubject.of(photograph.file())));
    }
  }

  public void deletePosition(WatchSerial watch) {
    if (handle.execute("DELETE FROM watch_signal WHERE serial = ?", watch.value()) > 0) {
      AuditSubject subject = new AuditSubject(AuditSubject.Kind.WATCH, watch.value());
      audit.note(AuditNote.of(AuditAct.PURGE, subject, "its last position: its time was over"));
    }
  }

  /**
   * Deletes what was delivered or given up. The newest row stays: by it a start tells what time it
   * was when the process before it ended.
   *
   * @param spared whose text stays
   */
  public int deleteParcels(Instant upTo, Set<Owner> spared) {
    List<Optional<String>> prefixes = spared.stream().map(sealing::prefix).toList();
    if (prefixes.stream().anyMatch(Optional::isEmpty)) {
      // Plain text doesn't say whose it is, so none of it goes while anybody is held.
      return 0;
    }
    String others =
        prefixes.stream()
            .map(prefix -> " AND substr(body, 1, ?) <> ?")
            .collect(Collectors.joining());
    var delete =
        handle
            .createUpdate(
                """
                DELETE FROM outbox WHERE state <> 'WAITING' AND created_at <= ?
                  AND id < (SELECT MAX(id) FROM outbox)\
                """
                    + others)
            .bind(0, Columns.micros(upTo));
    int next = 1;
    for (Optional<String> prefix : prefixes) {
      String text = prefix.orElseThrow();
      delete.bind(next, text.length());
      delete.bind(next + 1, text);
      next += 2;
    }
    return noted(delete.execute(), "outbox", "notices deleted");
  }

  /** Deletes sessions and links that were over by then. */
  public int deleteLinks(Instant upTo) {
    long end = Columns.micros(upTo);
    int deleted =
        handle.execute("DELETE FROM user_session WHERE until_at <= ?", end)
            + handle.execute("DELETE FROM invitation WHERE until_at <= ?", end);
    return noted(deleted, "sessions", "sessions and links deleted");
  }

  private int noted(int deleted, String part, String what) {
    if (deleted > 0) {
      audit.note(
          AuditNote.of(AuditAct.PURGE, AuditSubject.part(part), "%d %s".formatted(deleted, what)));
    }
    return deleted;
  }
}
