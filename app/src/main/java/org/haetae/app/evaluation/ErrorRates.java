package org.haetae.app.evaluation;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Error rates of two sets of scores, after ISO/IEC 19795-1: at a threshold t the false accept rate
 * is the share of impostor scores ≥ t and the false reject rate the share of genuine scores &lt; t.
 */
public final class ErrorRates {
  private final double[] genuine;
  private final double[] impostor;

  /** Takes copies; neither may be empty. */
  public ErrorRates(double[] genuine, double[] impostor) {
    if (genuine.length == 0 || impostor.length == 0) {
      throw new IllegalArgumentException(
          "error rates need at least one genuine and one impostor score");
    }
    this.genuine = genuine.clone();
    this.impostor = impostor.clone();
    Arrays.sort(this.genuine);
    Arrays.sort(this.impostor);
  }

  public double falseAcceptRate(double threshold) {
    return (double) (impostor.length - below(impostor, threshold)) / impostor.length;
  }

  public double falseRejectRate(double threshold) {
    return (double) below(genuine, threshold) / genuine.length;
  }

  /**
   * The lowest threshold at which no more than that share of impostors is accepted. With fewer
   * impostors than 1 / {@code far} it lies just above the highest of them.
   */
  public double thresholdAt(double far) {
    int accepted = (int) Math.floor(far * impostor.length + 1e-9);
    double highestRefused = impostor[impostor.length - 1 - accepted];
    return Math.nextUp(highestRefused);
  }

  /** Where both rates are equal, read at the threshold where they cross. */
  public double equalErrorRate() {
    double best = 1;
    double gap = Double.POSITIVE_INFINITY;
    for (double[] scores : new double[][] {genuine, impostor}) {
      for (double threshold : scores) {
        double far = falseAcceptRate(threshold);
        double frr = falseRejectRate(threshold);
        if (Math.abs(far - frr) < gap) {
          gap = Math.abs(far - frr);
          best = (far + frr) / 2;
        }
      }
    }
    return best;
  }

  /** Genuine scores, ascending. */
  public double[] genuine() {
    return genuine.clone();
  }

  /** Impostor scores, ascending. */
  public double[] impostor() {
    return impostor.clone();
  }

  /** Every threshold at which a rate changes, ascending: just above each score. */
  double[] thresholds() {
    return DoubleStream.concat(Arrays.stream(genuine), Arrays.stream(impostor))
        .map(Math::nextUp)
        .sorted()
        .distinct()
        .toArray();
  }

  private static int below(double[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
