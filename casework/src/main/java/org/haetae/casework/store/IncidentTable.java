package org.haetae.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentCause.CallForHelp;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.report.RaisedAlert;
import org.haetae.casework.review.JudgedAlert;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Incidents, all their events, and which alerts and calls for help have been taken in. */
public final class IncidentTable {
  /** Word for word the condition of the index {@code incident_ongoing}, or SQLite passes it by. */
  private static final String ONGOING = "state IN ('OPEN', 'ACKNOWLEDGED', 'DISPATCHED')";

  /** As the table's check has them. */
  private static final String APPROACH = "ORDER";

  private static final String CALL = "SOS";

  private static final String FOUND_FALSE = EventKind.FOUND_FALSE.name();

  private final Handle handle;
  private final AuditTable audit;
  private final Sealing sealing;
  private final EventLog log;

  IncidentTable(Handle handle, AuditTable audit, Sealing sealing) {
    this.handle = handle;
    this.audit = audit;
    this.sealing = sealing;
    this.log = new EventLog(handle, sealing, "incident_event", "incident");
  }

  public Optional<Incident> find(IncidentId id) {
    return handle
        .createQuery("SELECT * FROM incident WHERE id = ?")
        .bind(0, id.toString())
        .map((row, _) -> incident(row))
        .findOne();
  }

  /** The one that joins what else comes of a cause. */
  public Optional<Incident> ongoing(IncidentCause cause) {
    return handle
        .createQuery("SELECT * FROM incident WHERE cause = ? AND subject = ? AND " + ONGOING)
        .bind(0, kind(cause))
        .bind(1, subject(cause))
        .map((row, _) -> incident(row))
        .findOne();
  }

  /** Those whose next tier is due. */
  public List<Incident> escalating(Instant now) {
    return handle
        .createQuery("SELECT * FROM incident WHERE escalates_at <= ? ORDER BY escalates_at")
        .bind(0, Columns.micros(now))
        .map((row, _) -> incident(row))
        .list();
  }

  /** All that nobody has closed, by severity and state. */
  List<Backlog.Incidents> unclosed() {
    return handle
        .createQuery(
            """
            SELECT severity, state, COUNT(*) AS incidents, MIN(open_since) AS since FROM incident
            WHERE %s GROUP BY severity, state\
            """
                .formatted(ONGOING))
        .map(
            (row, _) ->
                new Backlog.Incidents(
                    Severity.valueOf(row.getString("severity")),
                    IncidentState.valueOf(row.getString("state")),
                    row.getLong("incidents"),
                    Columns.instant(row, "since")))
        .list();
  }

  /**
   * The newest moment from which a tier's time is counted: an alert or a call, an incident that
   * opened again, or the last notice, which may be a tier's call.
   */
  public Optional<Instant> newestEvent() {
    return handle
        .createQuery(
            """
            SELECT MAX(at) AS at FROM (
              SELECT MAX(last_alert_at) AS at FROM incident
              UNION ALL SELECT MAX(open_since) FROM incident
              UNION ALL SELECT created_at FROM outbox WHERE id = (SELECT MAX(id) FROM outbox)
            ) AS written\
            """)
        .map((row, _) -> Columns.instantOrEmpty(row, "at"))
        .one();
  }

  /** The newest and, however old, all that nobody has closed; newest first. */
  public List<Incident> newest(int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM incident
            WHERE %s OR id IN (SELECT id FROM incident ORDER BY opened_at DESC, id DESC LIMIT ?)
            ORDER BY opened_at DESC, id DESC\
            """
                .formatted(ONGOING))
        .bind(0, limit)
        .map((row, _) -> incident(row))
        .list();
  }

  /** Those that opened before another, in the order of {@link #newest}. */
  public List<Incident> before(Incident last, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM incident
            WHERE opened_at < :opened OR (opened_at = :opened AND id < :id)
            ORDER BY opened_at DESC, id DESC LIMIT :limit\
            """)
        .bind("opened", Columns.micros(last.opened()))
        .bind("id", last.id().toString())
        .bind("limit", limit)
        .map((row, _) -> incident(row))
        .list();
  }

  /** Those that opened from an instant on and before another, the oldest first. */
  public List<Incident> opened(Instant from, Instant until) {
    return handle
        .createQuery(
            """
            SELECT * FROM incident WHERE opened_at >= ? AND opened_at < ? ORDER BY opened_at, id\
            """)
        .bind(0, Columns.micros(from))
        .bind(1, Columns.micros(until))
        .map((row, _) -> incident(row))
        .list();
  }

  /** The alerts of an incident, the oldest first; erased ones and calls are left out. */
  public List<RaisedAlert> raised(IncidentId id) {
    return handle
        .createQuery(
            """
            SELECT id, incident, kind, detail, evidence FROM alert
            WHERE incident = ? AND kind = 'THREAT' ORDER BY taken_at, id\
            """)
        .bind(0, id.toString())
        .map((row, _) -> raised(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<RaisedAlert> raised(ResultSet row) throws SQLException {
    Optional<String> detail = alertText(row, "detail");
    Optional<String> evidence =
        row.getString("evidence") == null ? Optional.empty() : alertText(row, "evidence");
    return detail.map(
        text ->
            new RaisedAlert(
                Json.read(text, Notice.Threat.class),
                evidence.map(why -> Json.read(why, Evidence.class))));
  }

  /** Whether an alert or a call has been taken in already. */
  public boolean knows(UUID alert) {
    return handle
            .createQuery("SELECT COUNT(*) FROM alert WHERE id = ?")
            .bind(0, alert.toString())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** Adds an incident together with the event that opened it. */
  public void add(Incident incident, IncidentEvent first, Optional<Instant> escalates) {
    bound(
            handle.createUpdate(
                """
                INSERT INTO incident (id, cause, subject, state, severity, opened_at,
                  last_alert_at, alerts, tier, dispatch_asked_by, escalates_at, open_since)
                VALUES (:id, :cause, :subject, :state, :severity, :opened, :last, :alerts, :tier, :asked,
                  :escalates, :opened)\
                """),
            incident,
            escalates)
        .execute();
    append(incident, first);
  }

  /** Saves an incident together with the event that changed it. */
  public void save(Incident incident, IncidentEvent event, Optional<Instant> escalates) {
    bound(
            handle.createUpdate(
                """
                UPDATE incident SET state = :state, severity = :severity, last_alert_at = :last,
                  alerts = :alerts, tier = :tier, dispatch_asked_by = :asked,
                  escalates_at = :escalates,
                  open_since = CASE WHEN state <> 'OPEN' AND :state = 'OPEN' THEN :at
                    ELSE open_since END
                WHERE id = :id AND cause = :cause AND subject = :subject AND opened_at = :opened\
                """),
            incident,
            escalates)
        .bind("at", Columns.micros(event.at()))
        .execute();
    append(incident, event);
  }

  /** When the next tier is due; empty where nobody is to be called. */
  public Optional<Instant> escalates(IncidentId id) {
    return handle
        .createQuery("SELECT escalates_at FROM incident WHERE id = ? AND escalates_at IS NOT NULL")
        .bind(0, id.toString())
        .map((row, _) -> Columns.instant(row, "escalates_at"))
        .findOne();
  }

  /** Writes down an alert as it is told; from now on it is {@linkplain #knows known}. */
  public void keep(Notice.Threat threat, Evidence evidence) {
    keep(threat.alert(), threat, Json.write(evidence));
  }

  /** Writes down a call for help as it is told; from now on it is {@linkplain #knows known}. */
  public void keep(Notice.Sos sos) {
    keep(sos.call().id(), sos, null);
  }

  private void keep(UUID id, Notice.OfIncident notice, @Nullable String evidence) {
    String alert = id.toString();
    String incident = notice.incident().toString();
    String kind = NoticeKind.of(notice).name();
    Owner owner = OutboxTable.owner(notice);
    handle.execute(
        """
        INSERT INTO alert (id, incident, kind, taken_at, detail, evidence)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        alert,
        incident,
        kind,
        Columns.micros(notice.at()),
        sealing.seal(owner, alertCell("detail", alert, incident, kind), Json.write(notice)),
        evidence == null
            ? null
            : sealing.seal(owner, alertCell("evidence", alert, incident, kind), evidence));
  }

  /** How many incidents ended in a state, of those in which something came after an instant. */
  public int count(IncidentState state, Instant after) {
    return handle
        .createQuery("SELECT COUNT(*) FROM incident WHERE state = ? AND last_alert_at > ?")
        .bind(0, state.name())
        .bind(1, Columns.micros(after))
        .mapTo(Integer.class)
        .one();
  }

  /** Alerts of orders that were taken in since then, newest first; erased ones are left out. */
  public List<Notice.Threat> threats(Instant since, int limit) {
    return handle
        .createQuery(
            """
            SELECT id, incident, kind, detail FROM alert
            WHERE kind = 'THREAT' AND taken_at >= ? ORDER BY taken_at DESC, id LIMIT ?\
            """)
        .bind(0, Columns.micros(since))
        .bind(1, limit)
        .map((row, _) -> alertText(row, "detail"))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .map(text -> Json.read(text, Notice.Threat.class))
        .toList();
  }

  /** The newest alerts with evidence whose incident a person has closed, newest first. */
  public List<JudgedAlert> judged(int limit) {
    return handle
        .createQuery(
            """
            SELECT alert.id AS id, alert.incident AS incident, alert.kind AS kind,
              alert.detail AS detail, alert.evidence AS evidence,
              closing.number AS closing_number, closing.detail AS closing
            FROM alert JOIN incident ON incident.id = alert.incident
            LEFT JOIN incident_event closing
              ON closing.incident = incident.id AND closing.kind = 'FOUND_FALSE'
            WHERE incident.state IN ('RESOLVED', 'FALSE_ALARM') AND alert.evidence IS NOT NULL
            ORDER BY alert.taken_at DESC, alert.id LIMIT ?\
            """)
        .bind(0, limit)
        .map((row, _) -> judged(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<JudgedAlert> judged(ResultSet row) throws SQLException {
    Optional<String> detail = alertText(row, "detail");
    Optional<String> evidence = alertText(row, "evidence");
    @Nullable String closing = row.getString("closing");
    Optional<FalseAlarmReason> reason =
        closing == null
            ? Optional.empty()
            : sealing
                .open(
                    log.cell(row.getString("incident"), row.getInt("closing_number"), FOUND_FALSE),
                    closing)
                .map(text -> Json.read(text, IncidentEvent.FoundFalse.class).reason());
    // One key opens all three or none.
    return detail.flatMap(
        text ->
            evidence.map(
                why ->
                    new JudgedAlert(
                        Json.read(text, Notice.Threat.class).camera(),
                        Json.read(why, Evidence.class),
                        reason)));
  }

  private Optional<String> alertText(ResultSet row, String column) throws SQLException {
    return sealing.open(
        alertCell(column, row.getString("id"), row.getString("incident"), row.getString("kind")),
        row.getString(column));
  }

  /** The alert or call that joined an incident last; empty where it was erased. */
  public Optional<Notice.OfIncident> newestNotice(IncidentId id) {
    return handle
        .createQuery(
            """
            SELECT id, incident, kind, detail FROM alert
            WHERE incident = ? ORDER BY taken_at DESC, id LIMIT 1\
            """)
        .bind(0, id.toString())
        .map(
            (row, _) -> {
              NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
              return alertText(row, "detail").map(kind::read);
            })
        .one()
        .map(Notice.OfIncident.class::cast);
  }

  /** All events that were not erased, the oldest first. */
  public List<IncidentEvent> events(IncidentId id) {
    return log.events(id.toString(), (kind, detail) -> EventKind.valueOf(kind).read(detail));
  }

  private void append(Incident incident, IncidentEvent event) {
    log.append(incident.id().toString(), owner(incident), EventKind.of(event), event);
    Audited.step(incident, event).ifPresent(audit::note);
  }

  /** Whose key seals what happened. */
  private static Owner owner(Incident incident) {
    return switch (incident.cause()) {
      case Approach(OrderId order) -> Owner.of(order);
      case CallForHelp(CaseId file) -> Owner.of(file);
    };
  }

  /** As {@link #owner(Incident)}, of a row. */
  static Owner owner(String cause, String subject) {
    return switch (cause(cause, subject)) {
      case Approach(OrderId order) -> Owner.of(order);
      case CallForHelp(CaseId file) -> Owner.of(file);
    };
  }

  static Cell alertCell(String column, String id, String incident, String kind) {
    return Cell.of("alert", column, id, incident, kind);
  }

  private static <S extends SqlStatement<S>> S bound(
      S statement, Incident incident, Optional<Instant> escalates) {
    return statement
        .bind("id", incident.id().toString())
        .bind("cause", kind(incident.cause()))
        .bind("subject", subject(incident.cause()))
        .bind("state", incident.state().name())
        .bind("severity", incident.severity().name())
        .bind("opened", Columns.micros(incident.opened()))
        .bind("last", Columns.micros(incident.lastAlert()))
        .bind("alerts", incident.alerts())
        .bind("tier", incident.tier())
        .bind("asked", incident.dispatchAskedBy().map(UserId::value).orElse(null))
        .bind("escalates", Columns.micros(escalates));
  }

  private static String kind(IncidentCause cause) {
    return switch (cause) {
      case Approach _ -> APPROACH;
      case CallForHelp _ -> CALL;
    };
  }

  private static String subject(IncidentCause cause) {
    return switch (cause) {
      case Approach(OrderId order) -> order.value();
      case CallForHelp(CaseId file) -> file.value();
    };
  }

  private static IncidentCause cause(String kind, String subject) {
    return switch (kind) {
      case APPROACH -> new Approach(new OrderId(subject));
      case CALL -> new CallForHelp(new CaseId(subject));
      default ->
          throw new StoreException(
              "the database has an incident of the cause \"%s\": use a newer version"
                  .formatted(kind),
              new IllegalArgumentException(kind));
    };
  }

  private static Incident incident(ResultSet row) throws SQLException {
    return new Incident(
        IncidentId.parse(row.getString("id")),
        cause(row.getString("cause"), row.getString("subject")),
        IncidentState.valueOf(row.getString("state")),
        Severity.valueOf(row.getString("severity")),
        Columns.instant(row, "opened_at"),
        Columns.instant(row, "last_alert_at"),
        row.getInt("alerts"),
        row.getInt("tier"),
        Optional.ofNullable(row.getString("dispatch_asked_by")).map(UserId::new));
  }
}
