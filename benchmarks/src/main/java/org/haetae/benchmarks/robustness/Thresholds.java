package org.haetae.benchmarks.robustness;

import java.util.List;
import org.haetae.app.evaluation.ErrorRates;
import org.haetae.app.evaluation.Evaluation;
import org.haetae.app.evaluation.Sample;

/**
 * Cosines from which on two faces count as one person, set on clean photographs alone.
 *
 * @param pair accepts one pair of strangers in a thousand
 * @param search names one stranger in a hundred who is searched for
 */
record Thresholds(double pair, double search) {
  static final double FAR = 1e-3;
  static final double FPIR = 1e-2;

  static Thresholds of(List<Sample> clean) {
    Evaluation evaluation = Evaluation.of(clean, clean.size(), List.of(), "");
    ErrorRates pairs = evaluation.verification();
    return new Thresholds(pairs.thresholdAt(FAR), evaluation.identification().thresholdAt(FPIR));
  }
}
