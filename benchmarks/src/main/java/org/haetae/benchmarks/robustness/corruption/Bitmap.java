package org.haetae.benchmarks.robustness.corruption;

import java.util.Arrays;

/**
 * A picture in plain memory, three samples a pixel in the order blue, green, red, which corruptions
 * write into; its size never changes. One thread at a time.
 */
public final class Bitmap {
  static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] samples;

  Bitmap(int width, int height) {
    this.width = width;
    this.height = height;
    this.samples = new byte[width * height * CHANNELS];
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** One sample, 0 to 255; beyond an edge the edge's own. */
  public int sample(int x, int y, int channel) {
    int inX = Math.clamp(x, 0, width - 1);
    int inY = Math.clamp(y, 0, height - 1);
    return samples[(inY * width + inX) * CHANNELS + channel] & 0xFF;
  }

  /** Sets a sample, rounded and cut to 0 to 255. */
  void set(int x, int y, int channel, double value) {
    samples[(y * width + x) * CHANNELS + channel] = (byte) Math.clamp(Math.round(value), 0L, 255L);
  }

  /** Moves a pixel towards a colour by {@code share}, 0 to 1. */
  void blend(int x, int y, Colour colour, double share) {
    for (int channel = 0; channel < CHANNELS; channel++) {
      double old = sample(x, y, channel);
      set(x, y, channel, old + (colour.channel(channel) - old) * share);
    }
  }

  /** Luminance (ITU-R BT.601), 0 to 255, of the square of {@code 2 radius + 1} pixels there. */
  double luminance(Spot centre, int radius) {
    double sum = 0;
    int side = 2 * radius + 1;
    for (int i = 0; i < side * side; i++) {
      int x = (int) centre.x() - radius + i % side;
      int y = (int) centre.y() - radius + i / side;
      sum += 0.114 * sample(x, y, 0) + 0.587 * sample(x, y, 1) + 0.299 * sample(x, y, 2);
    }
    return sum / (side * side);
  }

  /** Takes over the pixels of a picture of the same size. */
  void become(Bitmap other) {
    if (other.width != width || other.height != height) {
      throw new IllegalArgumentException("a corruption keeps the size of its picture");
    }
    System.arraycopy(other.samples, 0, samples, 0, samples.length);
  }

  public Bitmap copy() {
    Bitmap copy = new Bitmap(width, height);
    copy.become(this);
    return copy;
  }

  /** The samples themselves, row by row. */
  byte[] samples() {
    return samples;
  }

  /** Mean absolute difference of all samples, 0 to 255; both of one size. */
  public double difference(Bitmap other) {
    long sum = 0;
    for (int i = 0; i < samples.length; i++) {
      sum += Math.abs((samples[i] & 0xFF) - (other.samples[i] & 0xFF));
    }
    return (double) sum / samples.length;
  }

  /** Whether every sample is the same. */
  public boolean sameAs(Bitmap other) {
    return width == other.width && Arrays.equals(samples, other.samples);
  }
}
