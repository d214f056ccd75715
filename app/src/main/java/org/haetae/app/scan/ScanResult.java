package org.haetae.app.scan;

import java.util.List;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.id.RespondentId;
import org.haetae.pipeline.sighting.AnalysisCounts;

/**
 * What a recording held.
 *
 * @param seconds the recording's length
 * @param realtimeFactor its length for one second of work
 */
public record ScanResult(
    long frames,
    AnalysisCounts counts,
    List<Seen> sightings,
    double seconds,
    double realtimeFactor) {

  /**
   * A subject seen in one track; times in seconds from the recording's start.
   *
   * @param box at the decisive look, in pixels
   */
  public record Seen(
      long track,
      RespondentId subject,
      double score,
      double threshold,
      double firstSeen,
      double lastSeen,
      FaceBox box) {}
}
