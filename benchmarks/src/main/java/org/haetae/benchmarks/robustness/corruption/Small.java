package org.haetae.benchmarks.robustness.corruption;

import java.util.Random;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;

/** Somebody far away: the picture shrinks in the middle of a blurred one of the same size. */
public record Small() implements Corruption {
  private static final int[] HEIGHTS = {100, 64, 48, 32, 24};

  @Override
  public String name() {
    return "small face";
  }

  @Override
  public String step(int severity) {
    return "%d pixels high".formatted(HEIGHTS[severity - 1]);
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    FaceBox box = face.box();
    double scale = scale(box, severity);
    int width = (int) Math.max(1, Math.round(picture.width() * scale));
    int height = (int) Math.max(1, Math.round(picture.height() * scale));
    Bitmap small = Optics.resized(picture, width, height);
    Bitmap around =
        Optics.resized(Optics.resized(picture, 4, 4), picture.width(), picture.height());
    int left = (picture.width() - width) / 2;
    int top = (picture.height() - height) / 2;
    picture.become(around);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < Bitmap.CHANNELS; channel++) {
          picture.set(left + x, top + y, channel, small.sample(x, y, channel));
        }
      }
    }
  }

  @Override
  public FaceBox moved(FaceBox box, Bitmap picture, int severity) {
    double scale = scale(box, severity);
    return box.scaled((float) scale)
        .moved(
            (float) (picture.width() * (1 - scale) / 2),
            (float) (picture.height() * (1 - scale) / 2));
  }

  /** A face that is small enough stays as it is. */
  private static double scale(FaceBox box, int severity) {
    return Math.min(1, HEIGHTS[severity - 1] / box.height());
  }
}
