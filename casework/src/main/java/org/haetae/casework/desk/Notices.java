package org.haetae.casework.desk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.incident.Incident;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;

/** What is told of an alert. Keys follow from the alert, so that a repetition has the same one. */
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

  /**
   * Where the respondent was last, and as grave as the incident: nobody has seen the gravest yet.
   */
  static Notice.Threat escalated(Notice.Threat newest, Severity gravest, int tier, Instant now) {
    String name = newest.alert() + "/" + newest.incident() + "/" + tier + "/" + now;
    return new Notice.Threat(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
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
