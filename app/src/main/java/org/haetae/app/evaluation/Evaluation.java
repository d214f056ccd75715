package org.haetae.app.evaluation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.haetae.console.site.PhotographErrors;

/**
 * What a data set says of the recogniser.
 *
 * @param photographs how many there were
 * @param notEnrolled those in which no face was found
 * @param verification every pair of photographs once
 * @param identification open-set searches; see {@link OpenSet}
 */
public record Evaluation(
    int identities,
    int photographs,
    List<String> notEnrolled,
    ErrorRates verification,
    ErrorRates identification,
    String model) {

  /** Compares all samples with each other. */
  public static Evaluation of(
      List<Sample> samples, int photographs, List<String> notEnrolled, String model) {
    List<Double> genuine = new ArrayList<>();
    List<Double> impostor = new ArrayList<>();
    for (int a = 0; a < samples.size(); a++) {
      for (int b = a + 1; b < samples.size(); b++) {
        double cosine = samples.get(a).embedding().cosine(samples.get(b).embedding());
        boolean same = samples.get(a).identity().equals(samples.get(b).identity());
        (same ? genuine : impostor).add(cosine);
      }
    }
    OpenSet.Scores searches = OpenSet.search(samples);
    return new Evaluation(
        (int) samples.stream().map(Sample::identity).distinct().count(),
        photographs,
        List.copyOf(notEnrolled),
        new ErrorRates(array(genuine), array(impostor)),
        new ErrorRates(array(searches.mated()), array(searches.nonMated())),
        model);
  }

  /** What a site keeps of it. */
  public PhotographErrors numbers(Instant measured) {
    return new PhotographErrors(
        measured.truncatedTo(ChronoUnit.SECONDS),
        model,
        identities,
        photographs,
        notEnrolled.size(),
        MeasuredCurve.of(verification),
        MeasuredCurve.of(identification));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(d -> d).toArray();
  }
}
