package org.haetae.pipeline.flow;

import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.match.GalleryBook;
import org.haetae.pipeline.sighting.AnalysisListener;

/** Hands on what one camera's analysis finds, and tells its fitness how large the faces were. */
record FitListener(AnalysisListener next, CameraFit fit) implements AnalysisListener {
  @Override
  public void sighted(Sighting sighting, GalleryBook book) {
    next.sighted(sighting, book);
  }

  @Override
  public void unfamiliar(UnfamiliarFace face) {
    next.unfamiliar(face);
  }

  @Override
  public void passed(CameraId camera, float largestFace, int pictureWidth) {
    fit.passed(largestFace, pictureWidth);
    next.passed(camera, largestFace, pictureWidth);
  }

  @Override
  public void ended(Sighting sighting, double lastSeconds) {
    next.ended(sighting, lastSeconds);
  }
}
