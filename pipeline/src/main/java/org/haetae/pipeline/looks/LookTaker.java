package org.haetae.pipeline.looks;

import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceQuality;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.align.FaceCropper;
import org.haetae.models.embed.FaceEmbedder;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.quality.QualityAssessor;

/** Crops, aligns, measures and embeds. Owns its embedder and crop; one thread at a time. */
public final class LookTaker implements AutoCloseable {
  private final FaceEmbedder embedder;
  private final FaceCropper cropper = new FaceCropper();
  private final QualityAssessor quality = new QualityAssessor();

  /**
   * @param embedder becomes this taker's own
   */
  public LookTaker(FaceEmbedder embedder) {
    this.embedder = embedder;
  }

  public Look take(Picture picture, DetectedFace face, double seconds) {
    AlignedFace aligned = cropper.align(picture, face);
    FaceQuality assessed = quality.assess(face, aligned);
    return new Look(face, assessed, embedder.embed(aligned), seconds);
  }

  /** What the last look saw; valid until the next one. */
  public PlanarRgb lastCrop() {
    return cropper.crop();
  }

  @Override
  public void close() {
    embedder.close();
    cropper.close();
  }
}
