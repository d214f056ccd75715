package org.haetae.benchmarks.robustness.corruption;

import java.util.Random;
import org.haetae.domain.face.DetectedFace;

/**
 * A starved H.264 encoder. The picture is the last of a short clip in which it moves past, so that
 * it is made of vectors and residuals as a camera's mostly are; the quantiser is fixed, so that the
 * same step is the same loss in every picture.
 */
public record Compression() implements Corruption {
  private static final int[] QUANTISERS = {30, 36, 41, 46, 51};
  private static final int PICTURES = 8;

  /** Pixels from a picture to the next; 3 and 1 are no multiples of a block. */
  private static final int ACROSS = 3;

  private static final int DOWN = 1;

  @Override
  public String name() {
    return "compression";
  }

  @Override
  public String step(int severity) {
    return "H.264, quantiser " + QUANTISERS[severity - 1];
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    int width = picture.width() + picture.width() % 2;
    int height = picture.height() + picture.height() % 2;
    try (H264 codec = new H264(width, height, QUANTISERS[severity - 1])) {
      for (int number = 0; number < PICTURES; number++) {
        int left = PICTURES - 1 - number;
        Bitmap moved = shifted(picture, width, height, left * ACROSS, left * DOWN);
        byte[] planes = codec.through(Optics.planes(moved), number);
        if (left == 0) {
          picture.become(
              shifted(
                  Optics.fromPlanes(planes, width, height),
                  picture.width(),
                  picture.height(),
                  0,
                  0));
        }
      }
    }
  }

  private static Bitmap shifted(Bitmap picture, int width, int height, int right, int down) {
    Bitmap shifted = new Bitmap(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < Bitmap.CHANNELS; channel++) {
          shifted.set(x, y, channel, picture.sample(x - right, y - down, channel));
        }
      }
    }
    return shifted;
  }
}
