package org.haetae.domain.alert;

import java.time.Duration;
import java.util.Optional;
import org.haetae.domain.measure.MeasuredError;

/**
 * Why a track is held to be a respondent.
 *
 * @param looks embeddings that were compared
 * @param span from the first to the last of them
 * @param score weighted mean cosine of the best looks against the respondent, −1 to 1
 * @param threshold the mean that the score had to reach
 * @param logLikelihoodRatio sum over the looks, natural logarithm
 * @param requiredLogLikelihoodRatio the sum that it had to reach
 * @param falsePositiveRate target false-positive identification rate per track that both thresholds
 *     follow from
 * @param gallerySize identities that the track was compared with
 * @param measured how often that target was missed when somebody measured; empty where nobody has,
 *     or with another network or target
 */
public record Evidence(
    int looks,
    Duration span,
    double score,
    double threshold,
    double logLikelihoodRatio,
    double requiredLogLikelihoodRatio,
    double falsePositiveRate,
    int gallerySize,
    Optional<MeasuredError> measured) {

  /** The same, with what a measurement says of it. */
  public Evidence with(Optional<MeasuredError> measurement) {
    return new Evidence(
        looks,
        span,
        score,
        threshold,
        logLikelihoodRatio,
        requiredLogLikelihoodRatio,
        falsePositiveRate,
        gallerySize,
        measurement);
  }
}
