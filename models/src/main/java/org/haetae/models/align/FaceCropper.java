package org.haetae.models.align;

import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * Cuts a face out of a picture and aligns it. The crop is read at a size from which bilinear
 * sampling loses nothing, and its side comes in few sizes so that a picture's resampler can be
 * reused. Owns the crop's memory; one thread at a time may use it.
 */
public final class FaceCropper implements AutoCloseable {
  /** Share of the box that is added on each side, so that chin, hair and ears are in the crop. */
  private static final float MARGIN = 0.35f;

  /** A crop of this side holds a face of about twice the frame's size. */
  private static final int LARGEST_SIDE = 288;

  private static final int STEP = 16;

  private final PlanarRgb crop = new PlanarRgb(LARGEST_SIDE * LARGEST_SIDE);
  private final AlignedFace aligned = new AlignedFace();

  /** The face, upright in the embedder's frame; valid until the next call. */
  public AlignedFace align(Picture picture, DetectedFace face) {
    Region region = around(face.box(), picture);
    int longest = Math.max(region.width(), region.height());
    float scale = Math.min(1, (float) LARGEST_SIDE / longest);
    int width = Math.max(1, Math.round(region.width() * scale));
    int height = Math.max(1, Math.round(region.height() * scale));
    crop.resize(width, height);
    picture.read(region, width, height, crop);
    Landmarks mapped =
        face.landmarks().mapped(region.x(), region.y(), (float) width / region.width());
    FaceAligner.align(crop, mapped, aligned);
    return aligned;
  }

  /** What the last {@link #align} cut out, not turned; valid until the next call. */
  public PlanarRgb crop() {
    return crop;
  }

  private static Region around(FaceBox box, Picture picture) {
    float side = Math.max(box.width(), box.height()) * (1 + 2 * MARGIN);
    float stepped = (float) Math.ceil(side / STEP) * STEP;
    return Region.clamped(
        box.centreX() - stepped / 2, box.centreY() - stepped / 2, stepped, stepped, picture);
  }

  @Override
  public void close() {
    crop.close();
  }
}
