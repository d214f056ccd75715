package org.haetae.console.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.watch.SosCall;
import org.haetae.domain.alert.ProximityAlert;

/**
 * An incident with what is known of its cause.
 *
 * @param order of an approach; empty where the site has forgotten it
 * @param call the last call for help of one
 * @param alerts of an approach that are still in memory, newest first
 */
public record IncidentLine(
    Incident incident,
    Optional<OrderFile> order,
    Optional<SosCall> call,
    List<ProximityAlert> alerts) {

  /** A call that nobody has answered first, then what nobody has seen, then the gravest. */
  public static final Comparator<IncidentLine> ORDER =
      Comparator.comparing((IncidentLine line) -> !(line.sos() && line.open()))
          .thenComparing(line -> !line.open())
          .thenComparing(line -> line.incident().severity(), Comparator.reverseOrder())
          .thenComparing(line -> line.incident().lastAlert(), Comparator.reverseOrder());

  public IncidentLine {
    alerts = List.copyOf(alerts);
  }

  public boolean sos() {
    return incident.cause() instanceof IncidentCause.CallForHelp;
  }

  /** Whether nobody has seen it. */
  public boolean open() {
    return incident.state() == IncidentState.OPEN;
  }

  /** Whether it waits for somebody to close it. */
  public boolean ongoing() {
    return incident.state().takesAlerts();
  }

  public boolean mayBeDispatched() {
    return ongoing() && incident.state() != IncidentState.DISPATCHED;
  }

  /** Only what somebody has seen can be closed. */
  public boolean mayBeClosed() {
    return ongoing() && !open();
  }

  public Optional<ProximityAlert> newest() {
    return alerts.stream().findFirst();
  }

  /** Why it may have been none. */
  public List<FalseAlarmReason> reasons() {
    return sos()
        ? List.of(FalseAlarmReason.PRESSED_BY_MISTAKE, FalseAlarmReason.DRILL)
        : List.of(
            FalseAlarmReason.ANOTHER_PERSON,
            FalseAlarmReason.NOT_A_LIVE_FACE,
            FalseAlarmReason.LAWFUL_PRESENCE,
            FalseAlarmReason.DRILL);
  }

  /** The name under which a page knows what it is about: the respondent, or the case that calls. */
  public String about() {
    return switch (incident.cause()) {
      case IncidentCause.CallForHelp(var file) -> file.value();
      case IncidentCause.Approach(var id) ->
          order.map(file -> file.issued().respondent().value()).orElse(id.value());
    };
  }
}
