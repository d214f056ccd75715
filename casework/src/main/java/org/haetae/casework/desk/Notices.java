package org.haetae.casework.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.watch.SosCall;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;

/**
 * What is told of an alert or a call. Keys follow from it, so that a repetition has the same one.
 */
final class Notices {
  private Notices() {}

  static Notice.Threat threat(ProximityAlert alert, Incident incident, Instant now) {
    return new Notice.Threat(
        alert.id(),
        now,
        incident.id().value(),
        alert.id(),
        incident.tier(),
        alert.severity(),
        alert.order(),
        alert.sighting().respondent(),
        alert.place(),
        alert.sighting().camera(),
        alert.proximity().metres(),
        alert.trend(),
        alert.sighting().lastSeen(),
        alert.decided());
  }

  static Notice.Sos sos(SosCall call, Incident incident, Instant now) {
    return new Notice.Sos(call.id(), now, incident.id().value(), incident.tier(), call);
  }

  static Notice.OfIncident escalated(
      Notice.OfIncident newest, Severity gravest, int tier, Instant now) {
    return switch (newest) {
      case Notice.Threat threat -> escalated(threat, gravest, tier, now);
      case Notice.Sos sos ->
          new Notice.Sos(
              key(sos.call().id(), sos, tier, now), now, sos.incident(), tier, sos.call());
    };
  }

  private static UUID key(UUID what, Notice.OfIncident newest, int tier, Instant now) {
    String name = what + "/" + newest.incident() + "/" + tier + "/" + now;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Where the respondent was last, and as grave as the incident: nobody has seen the gravest yet.
   */
  private static Notice.Threat escalated(
      Notice.Threat newest, Severity gravest, int tier, Instant now) {
    return new Notice.Threat(
        key(newest.alert(), newest, tier, now),
        now,
        newest.incident(),
        newest.alert(),
        tier,
        gravest,
        newest.order(),
        newest.respondent(),
        newest.place(),
        newest.camera(),
        newest.metres(),
        newest.trend(),
        newest.seen(),
        newest.decided());
  }
}
