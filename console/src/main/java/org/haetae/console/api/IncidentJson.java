package org.haetae.console.api;

import java.time.Instant;
import java.util.Optional;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.Spelling;

/**
 * An incident as machines read it.
 *
 * @param cause {@code approach}, with its {@code order}, or {@code sos}, with its {@code file}
 * @param alerts how many alerts or calls have joined
 * @param tier the last that was told, from 0
 */
record IncidentJson(
    String id,
    boolean exercise,
    String state,
    String severity,
    String cause,
    Optional<String> order,
    Optional<String> file,
    int alerts,
    Instant opened,
    Instant lastAlert,
    int tier,
    boolean secondPersonWanted) {

  static IncidentJson of(Incident incident, boolean exercise) {
    Optional<String> order =
        incident.cause() instanceof IncidentCause.Approach(OrderId id)
            ? Optional.of(id.value())
            : Optional.empty();
    Optional<String> file =
        incident.cause() instanceof IncidentCause.CallForHelp(var id)
            ? Optional.of(id.value())
            : Optional.empty();
    return new IncidentJson(
        incident.id().toString(),
        exercise,
        Spelling.of(incident.state()),
        Spelling.of(incident.severity()),
        order.isPresent() ? "approach" : "sos",
        order,
        file,
        incident.alerts(),
        incident.opened(),
        incident.lastAlert(),
        incident.tier(),
        incident.dispatchAskedBy().isPresent());
  }
}
