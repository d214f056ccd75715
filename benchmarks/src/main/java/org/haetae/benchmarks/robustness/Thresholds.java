package org.haetae.benchmarks.robustness;

import java.util.List;
import org.haetae.app.evaluation.ErrorRates;
import org.haetae.app.evaluation.Evaluation;
import org.haetae.app.evaluation.Sample;
import org.haetae.pipeline.evidence.EvidencePolicy;

/**
 * Cosines from which on two faces count as one person.
 *
 * @param pair accepts one pair of clean photographs of strangers in a thousand
 * @param search names one stranger in a hundred who is searched for with a clean photograph
 * @param site what a site asks of a track's best looks, with as many people in its gallery
 */
record Thresholds(double pair, double search, double site) {
  static final double FAR = 1e-3;
  static final double FPIR = 1e-2;

  static Thresholds of(List<Sample> clean) {
    Evaluation evaluation = Evaluation.of(clean, clean.size(), List.of(), "");
    ErrorRates pairs = evaluation.verification();
    return new Thresholds(
        pairs.thresholdAt(FAR),
        evaluation.identification().thresholdAt(FPIR),
        EvidencePolicy.standard().scoreThreshold(evaluation.identities()));
  }
}
