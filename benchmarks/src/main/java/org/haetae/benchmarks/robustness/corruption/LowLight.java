package org.haetae.benchmarks.robustness.corruption;

import java.util.Random;
import org.haetae.domain.face.DetectedFace;

/**
 * Night. Each sample becomes a count of electrons, linear in light, with Poisson's spread and the
 * sensor's read noise; the camera's gain brings some of the brightness back, its noise filter
 * smears a little, and colour goes. The counts are for a white pixel: some thousand by day.
 */
public record LowLight() implements Corruption {
  private static final double GAMMA = 2.2;

  /** Standard deviation, in electrons; that of common sensors for surveillance is 1 to 3. */
  private static final double READ_NOISE = 2;

  /** Black is lifted by this, so that noise in it isn't cut in half. */
  private static final double PEDESTAL = 0.01;

  private static final int[] ELECTRONS = {400, 120, 40, 16, 7};
  private static final double[] BRIGHTNESS = {0.7, 0.6, 0.5, 0.42, 0.35};
  private static final double[] COLOUR = {0.85, 0.7, 0.5, 0.3, 0.1};

  @Override
  public String name() {
    return "low light";
  }

  @Override
  public String step(int severity) {
    return ELECTRONS[severity - 1] + " electrons";
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    int electrons = ELECTRONS[severity - 1];
    int width = picture.width();
    int height = picture.height();
    float[][] light = new float[Bitmap.CHANNELS][width * height];
    for (int i = 0; i < width * height; i++) {
      for (int channel = 0; channel < Bitmap.CHANNELS; channel++) {
        double linear = Math.pow(picture.sample(i % width, i / width, channel) / 255.0, GAMMA);
        double count = poisson(random, linear * electrons) + READ_NOISE * random.nextGaussian();
        light[channel][i] = (float) (count / electrons * BRIGHTNESS[severity - 1]);
      }
    }
    for (int channel = 0; channel < Bitmap.CHANNELS; channel++) {
      light[channel] = Optics.soften(light[channel], width, height, 0.4 + 0.2 * severity);
    }
    double colour = COLOUR[severity - 1];
    for (int i = 0; i < width * height; i++) {
      double grey = 0.114 * light[0][i] + 0.587 * light[1][i] + 0.299 * light[2][i];
      for (int channel = 0; channel < Bitmap.CHANNELS; channel++) {
        double value = Math.clamp(PEDESTAL + grey + (light[channel][i] - grey) * colour, 0, 1);
        picture.set(i % width, i / width, channel, 255 * Math.pow(value, 1 / GAMMA));
      }
    }
  }

  /** A count by Knuth's product of uniforms; above 30 the normal approximation. */
  private static double poisson(Random random, double mean) {
    if (mean > 30) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
