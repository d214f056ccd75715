package org.haetae.console.api;

import java.time.Instant;
import org.haetae.domain.measure.MeasuredError;
import org.haetae.domain.measure.ObservedShare;

/**
 * How often strangers' tracks were taken for somebody, as machines read it.
 *
 * @param falselyIdentified of {@code tracks}
 * @param low and {@code high}: where the true share lies with a confidence of 95 %, 0 to 1
 */
record MeasuredErrorJson(
    Instant at,
    int falselyIdentified,
    int tracks,
    int people,
    double low,
    double high,
    int gallerySize) {

  static MeasuredErrorJson of(MeasuredError error) {
    ObservedShare share = error.falselyIdentified();
    return new MeasuredErrorJson(
        error.measured(),
        share.hits(),
        share.trials(),
        share.people(),
        share.low(),
        share.high(),
        error.gallerySize());
  }
}
