package org.haetae.casework.report;

import java.util.List;
import java.util.Optional;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.order.OrderFile;

/**
 * All that was written down about an incident and was not erased.
 *
 * @param order of an approach; empty where it was erased
 * @param alerts of an approach, the oldest first
 * @param events the oldest first
 */
public record IncidentRecord(
    Incident incident,
    Optional<OrderFile> order,
    List<RaisedAlert> alerts,
    List<IncidentEvent> events) {
  public IncidentRecord {
    alerts = List.copyOf(alerts);
    events = List.copyOf(events);
  }

  public boolean isApproach() {
    return incident.cause() instanceof IncidentCause.Approach;
  }

  /** Whether a person has said what it was. */
  public boolean isJudged() {
    return !incident.state().takesAlerts();
  }

  /** Why a person found that it was none; empty also where that was erased. */
  public Optional<FalseAlarmReason> falseBecause() {
    return events.stream()
        .filter(IncidentEvent.FoundFalse.class::isInstance)
        .map(event -> ((IncidentEvent.FoundFalse) event).reason())
        .findFirst();
  }
}
