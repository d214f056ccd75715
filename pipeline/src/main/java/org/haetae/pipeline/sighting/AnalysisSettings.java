package org.haetae.pipeline.sighting;

import org.haetae.pipeline.detect.DetectionSettings;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.looks.LookPolicy;

/** What an operator may set about a camera's analysis. */
public record AnalysisSettings(
    DetectionSettings detection, LookPolicy looks, EvidencePolicy evidence) {

  public static AnalysisSettings standard() {
    return new AnalysisSettings(
        DetectionSettings.standard(), LookPolicy.standard(), EvidencePolicy.standard());
  }
}
