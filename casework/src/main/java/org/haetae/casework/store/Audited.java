package org.haetae.casework.store;

import java.util.Optional;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentCause.CallForHelp;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.ledger.Entry;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/** What the tables note of what they write. */
final class Audited {
  private Audited() {}

  /** The fact itself is in the ledger, at {@code position}. */
  static AuditNote fact(Entry entry, long position) {
    String detail = "%s, position %d".formatted(FactKinds.name(entry.fact().getClass()), position);
    AuditSubject subject = subject(entry);
    return AuditNote.by(entry.fact().by(), AuditAct.WRITE, subject, detail)
        .within(entry.about().map(AuditSubject::of).filter(whole -> !whole.equals(subject)));
  }

  private static AuditSubject subject(Entry entry) {
    AuditSubject.Kind kind =
        switch (entry.subject().kind()) {
          case CASE -> AuditSubject.Kind.CASE;
          case WATCH -> AuditSubject.Kind.WATCH;
          case STATION -> AuditSubject.Kind.STATION;
          case STAFF -> AuditSubject.Kind.USER;
        };
    return new AuditSubject(kind, entry.subject().id());
  }

  /** What a person did at an incident; what machines and clocks did is in its own log. */
  static Optional<AuditNote> step(Incident incident, IncidentEvent event) {
    return by(event)
        .map(
            user ->
                AuditNote.by(
                        user,
                        AuditAct.WRITE,
                        AuditSubject.of(incident.id()),
                        EventKind.of(event).name())
                    .within(cause(incident)));
  }

  private static AuditSubject cause(Incident incident) {
    return switch (incident.cause()) {
      case Approach(OrderId order) -> AuditSubject.of(order);
      case CallForHelp(var file) -> AuditSubject.of(file);
    };
  }

  private static Optional<UserId> by(IncidentEvent event) {
    return switch (event) {
      case IncidentEvent.AlertJoined _, IncidentEvent.CallJoined _, IncidentEvent.Escalated _ ->
          Optional.empty();
      case IncidentEvent.Acknowledged(var _, UserId by) -> Optional.of(by);
      case IncidentEvent.DispatchAsked(var _, UserId by) -> Optional.of(by);
      case IncidentEvent.Dispatched(var _, UserId by) -> Optional.of(by);
      case IncidentEvent.Resolved(var _, UserId by, var _) -> Optional.of(by);
      case IncidentEvent.FoundFalse(var _, UserId by, var _) -> Optional.of(by);
    };
  }

  static AuditNote order(OrderId order, AuditAct act, String detail) {
    return AuditNote.of(act, AuditSubject.of(order), detail);
  }

  static AuditNote approval(Approval approval) {
    return AuditNote.by(
        approval.by(), AuditAct.WRITE, AuditSubject.of(approval.order()), "photographs approved");
  }

  static AuditNote photograph(SealedPhotograph photograph) {
    return AuditNote.by(
            photograph.takenBy(),
            AuditAct.WRITE,
            AuditSubject.photograph(photograph.name()),
            "sealed")
        .within(AuditSubject.of(photograph.file()));
  }
}
