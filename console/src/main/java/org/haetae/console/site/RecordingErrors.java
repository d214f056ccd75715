package org.haetae.console.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.domain.measure.MeasuredError;
import org.haetae.domain.measure.ObservedShare;

/**
 * Error rates of the whole pipeline on recordings with a truth.
 *
 * @param model the network that was measured, 1 to 100 characters
 * @param recordings how many were played
 * @param seconds how long they are together
 * @param gallerySize identities that each track was compared with
 * @param target false-positive rate that the pipeline had been told to keep
 * @param targets what that target and others would have given, by stricter rate
 */
public record RecordingErrors(
    Instant measured,
    String model,
    int recordings,
    double seconds,
    int gallerySize,
    double target,
    List<Target> targets) {

  /**
   * One target rate, more than 0 and less than ½.
   *
   * @param threshold mean cosine that a track must reach for it
   * @param identified passages of people who are looked for, with the right alert (TPIR)
   * @param falselyIdentified tracks of anybody else, with an alert (FPIR)
   */
  public record Target(
      double rate, double threshold, ObservedShare identified, ObservedShare falselyIdentified) {
    public Target {
      if (!(rate > 0 && rate < 0.5) || !Double.isFinite(threshold)) {
        throw new IllegalArgumentException("no target has a rate of " + rate);
      }
    }
  }

  public RecordingErrors {
    targets = List.copyOf(targets);
    if (model.isBlank() || model.length() > PhotographErrors.LONGEST_NAME) {
      throw new IllegalArgumentException("a network has a name of 1 to 100 characters");
    }
    if (recordings < 0 || !(seconds >= 0) || gallerySize < 1) {
      throw new IllegalArgumentException("nothing is counted below 0");
    }
    for (int i = 1; i < targets.size(); i++) {
      if (targets.get(i).rate() >= targets.get(i - 1).rate()) {
        throw new IllegalArgumentException("targets follow each other by stricter rate");
      }
    }
    if (targets.stream().noneMatch(one -> one.rate() == target)) {
      throw new IllegalArgumentException("the target that was kept is none of those");
    }
  }

  /**
   * What an alert may say of its error rate; empty where it was decided by another network or for
   * another target than these numbers are of.
   */
  public Optional<MeasuredError> of(String network, double rate) {
    return network.equals(model) && rate == target
        ? targets.stream()
            .filter(one -> one.rate() == rate)
            .findFirst()
            .map(one -> new MeasuredError(measured, one.falselyIdentified(), gallerySize))
        : Optional.empty();
  }
}
