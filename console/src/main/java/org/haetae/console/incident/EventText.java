package org.haetae.console.incident;

import org.haetae.casework.incident.IncidentEvent;
import org.haetae.console.words.Words;

/** What happened to an incident, in words. */
public final class EventText {
  private EventText() {}

  public static String said(IncidentEvent event, Words words) {
    return switch (event) {
      case IncidentEvent.AlertJoined alert -> words.text("event.alert", words.of(alert.severity()));
      case IncidentEvent.CallJoined call -> words.text("event.call", call.watch().value());
      case IncidentEvent.Acknowledged done -> words.text("event.acknowledged", done.by().value());
      case IncidentEvent.DispatchAsked done ->
          words.text("event.dispatch-asked", done.by().value());
      case IncidentEvent.Dispatched done -> words.text("event.dispatched", done.by().value());
      case IncidentEvent.Escalated told -> words.text("event.escalated", told.tier() + 1);
      case IncidentEvent.Resolved done ->
          words.text("event.resolved", done.by().value(), done.outcome());
      case IncidentEvent.FoundFalse done ->
          words.text("event.found-false", done.by().value(), words.of(done.reason()));
    };
  }
}
