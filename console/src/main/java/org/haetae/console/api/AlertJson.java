package org.haetae.console.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.id.Spelling;

/**
 * An alert as machines read it.
 *
 * @param place what an operator calls it
 * @param metres from the respondent to the place, give or take {@code uncertainty}
 * @param score weighted mean cosine, and the {@code threshold} that it had to reach
 * @param falsePositiveRate target per passage of a stranger
 * @param measured what a measurement has found of that target; null where nobody has measured
 * @param seconds from the first to the last look
 * @param faceHeight pixels
 * @param latencyMs from the picture to the decision
 */
record AlertJson(
    UUID id,
    boolean exercise,
    String severity,
    String trend,
    String order,
    Optional<String> reference,
    Optional<Instant> until,
    String respondent,
    String place,
    String camera,
    double metres,
    double uncertainty,
    double metresFromCamera,
    double score,
    double threshold,
    int looks,
    double seconds,
    double falsePositiveRate,
    int gallerySize,
    Optional<MeasuredErrorJson> measured,
    int faceHeight,
    List<String> circumstances,
    Instant firstSeen,
    Instant decided,
    long latencyMs) {
  AlertJson {
    circumstances = List.copyOf(circumstances);
  }

  static AlertJson of(
      ProximityAlert alert, Optional<OrderFile> order, String place, boolean exercise) {
    Sighting sighting = alert.sighting();
    Evidence evidence = sighting.evidence();
    return new AlertJson(
        alert.id(),
        exercise,
        Spelling.of(alert.severity()),
        Spelling.of(alert.trend()),
        alert.order().value(),
        order.map(file -> file.issued().reference()),
        order.map(OrderFile::endsAt),
        sighting.respondent().value(),
        place,
        sighting.camera().value(),
        alert.proximity().metres(),
        alert.proximity().uncertainty(),
        alert.proximity().metresFromCamera(),
        evidence.score(),
        evidence.threshold(),
        evidence.looks(),
        evidence.span().toNanos() / 1e9,
        evidence.falsePositiveRate(),
        evidence.gallerySize(),
        evidence.measured().map(MeasuredErrorJson::of),
        Math.round(sighting.box().height()),
        alert.circumstances().stream().map(one -> one.words()).toList(),
        sighting.firstSeen(),
        alert.decided(),
        Duration.between(sighting.lastSeen(), alert.decided()).toMillis());
  }
}
