package org.haetae.casework.store;

import org.haetae.casework.incident.IncidentEvent;

/** What an event's row is called; a name never changes once a row has it. */
enum EventKind {
  ALERT_JOINED(IncidentEvent.AlertJoined.class),
  CALL_JOINED(IncidentEvent.CallJoined.class),
  ACKNOWLEDGED(IncidentEvent.Acknowledged.class),
  DISPATCH_ASKED(IncidentEvent.DispatchAsked.class),
  DISPATCHED(IncidentEvent.Dispatched.class),
  ESCALATED(IncidentEvent.Escalated.class),
  RESOLVED(IncidentEvent.Resolved.class),
  FOUND_FALSE(IncidentEvent.FoundFalse.class);

  private final Class<? extends IncidentEvent> type;

  EventKind(Class<? extends IncidentEvent> type) {
    this.type = type;
  }

  IncidentEvent read(String detail) {
    return Json.read(detail, type);
  }

  static EventKind of(IncidentEvent event) {
    return switch (event) {
      case IncidentEvent.AlertJoined _ -> ALERT_JOINED;
      case IncidentEvent.CallJoined _ -> CALL_JOINED;
      case IncidentEvent.Acknowledged _ -> ACKNOWLEDGED;
      case IncidentEvent.DispatchAsked _ -> DISPATCH_ASKED;
      case IncidentEvent.Dispatched _ -> DISPATCHED;
      case IncidentEvent.Escalated _ -> ESCALATED;
      case IncidentEvent.Resolved _ -> RESOLVED;
      case IncidentEvent.FoundFalse _ -> FOUND_FALSE;
    };
  }
}
