package org.haetae.console.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause;
import org.haetae.casework.incident.IncidentId;
import org.haetae.console.Desks;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.id.OrderId;

/** Finds incidents and what belongs to them. Safe for many threads. */
public final class IncidentLines {
  private static final int NEWEST = 50;

  /** An alert is written down a little after it was seen. */
  private static final Duration LATENCY = Duration.ofSeconds(30);

  private final Desks.Live live;

  public IncidentLines(Desks.Live live) {
    this.live = live;
  }

  /** All that nobody has closed, what needs somebody first. */
  public List<IncidentLine> ongoing() {
    return live.incidents().newest(NEWEST).stream()
        .filter(incident -> incident.state().takesAlerts())
        .map(this::line)
        .sorted(IncidentLine.ORDER)
        .toList();
  }

  /** The newest, closed ones too, newest first. */
  public List<IncidentLine> newest(int limit) {
    return live.incidents().newest(limit).stream().map(this::line).toList();
  }

  public Optional<IncidentLine> find(IncidentId id) {
    return live.incidents().find(id).map(this::line);
  }

  private IncidentLine line(Incident incident) {
    return switch (incident.cause()) {
      case IncidentCause.Approach(OrderId order) ->
          new IncidentLine(incident, live.order(order), Optional.empty(), alerts(incident, order));
      case IncidentCause.CallForHelp _ ->
          new IncidentLine(
              incident, Optional.empty(), live.incidents().lastCall(incident.id()), List.of());
    };
  }

  /**
   * The board holds what one process has seen; an incident began with an alert of then or later.
   */
  private List<ProximityAlert> alerts(Incident incident, OrderId order) {
    return live.alerts().newest().stream()
        .filter(alert -> alert.order().equals(order))
        .filter(alert -> !alert.sighting().lastSeen().isBefore(incident.opened().minus(LATENCY)))
        .toList();
  }
}
