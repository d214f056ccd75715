package org.haetae.models.quality;

import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceQuality;
import org.haetae.domain.face.HeadPose;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.pose.LandmarkPose;

/**
 * Quality components after ISO/IEC 29794-5:2025, measured on the aligned face so that they mean the
 * same at every size. Keeps a scratch plane; one thread at a time may use it.
 */
public final class QualityAssessor {
  private static final int SIDE = AlignedFace.SIDE;

  /** The frame's margin holds hair and background; only what lies inside is measured. */
  private static final int MARGIN = 16;

  /** Inter-eye distance, in pixels, at which this embedder's scores are those of chance. */
  private static final float USELESS_EYES = 4.5f;

  /** Inter-eye distance, in pixels, from which on more pixels add nothing (see the model card). */
  private static final float ENOUGH_EYES = 21;

  /**
   * Mean square of the Laplacian in a well focused aligned face; half of it counts as half sharp.
   */
  private static final float SHARP = 60;

  /** Standard deviation of luminance, of 255, from which on contrast is no concern. */
  private static final float ENOUGH_CONTRAST = 28;

  private static final float DARKEST = 12;
  private static final float BRIGHTEST = 245;

  private final float[] luminance = new float[SIDE * SIDE];

  /**
   * @param face in pixels of the picture as the camera gave it
   * @param aligned the same face, aligned
   */
  public FaceQuality assess(DetectedFace face, AlignedFace aligned) {
    fillLuminance(aligned);
    float eyes = face.landmarks().interEyeDistance();
    return new FaceQuality(
        unit((eyes - USELESS_EYES) / (ENOUGH_EYES - USELESS_EYES)),
        unit(laplacianEnergy() / SHARP),
        unit(deviation() / ENOUGH_CONTRAST),
        exposedShare(),
        frontality(LandmarkPose.of(face.landmarks())),
        unit(face.score()));
  }

  private void fillLuminance(AlignedFace aligned) {
    float[] red = aligned.plane(0);
    float[] green = aligned.plane(1);
    float[] blue = aligned.plane(2);
    for (int i = 0; i < luminance.length; i++) {
      // ITU-R BT.601 weights.
      luminance[i] = 0.299f * red[i] + 0.587f * green[i] + 0.114f * blue[i];
    }
  }

  private float laplacianEnergy() {
    double energy = 0;
    for (int y = MARGIN; y < SIDE - MARGIN; y++) {
      for (int x = MARGIN; x < SIDE - MARGIN; x++) {
        int i = y * SIDE + x;
        float laplacian =
            4 * luminance[i]
                - luminance[i - 1]
                - luminance[i + 1]
                - luminance[i - SIDE]
                - luminance[i + SIDE];
        energy += laplacian * laplacian;
      }
    }
    return (float) (energy / innerPixels());
  }

  private float deviation() {
    double sum = 0;
    double squares = 0;
    for (int y = MARGIN; y < SIDE - MARGIN; y++) {
      for (int x = MARGIN; x < SIDE - MARGIN; x++) {
        float v = luminance[y * SIDE + x];
        sum += v;
        squares += v * v;
      }
    }
    double mean = sum / innerPixels();
    return (float) Math.sqrt(Math.max(0, squares / innerPixels() - mean * mean));
  }

  private float exposedShare() {
    int exposed = 0;
    for (int y = MARGIN; y < SIDE - MARGIN; y++) {
      for (int x = MARGIN; x < SIDE - MARGIN; x++) {
        float v = luminance[y * SIDE + x];
        if (v > DARKEST && v < BRIGHTEST) {
          exposed++;
        }
      }
    }
    return (float) exposed / innerPixels();
  }

  private static float frontality(HeadPose pose) {
    double yaw = Math.cos(Math.toRadians(Math.min(90, Math.abs(pose.yaw()))));
    double pitch = Math.cos(Math.toRadians(Math.min(90, Math.abs(pose.pitch()))));
    double roll = Math.cos(Math.toRadians(Math.min(90, Math.abs(pose.roll()) / 2)));
    return unit((float) (yaw * pitch * roll));
  }

  private static int innerPixels() {
    return (SIDE - 2 * MARGIN) * (SIDE - 2 * MARGIN);
  }

  private static float unit(float value) {
    return Math.clamp(value, 0f, 1f);
  }
}
