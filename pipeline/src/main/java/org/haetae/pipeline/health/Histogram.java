package org.haetae.pipeline.health;

import java.util.Arrays;

/** Counts of values from 0 to 255. One thread at a time. */
final class Histogram {
  private final int[] counts = new int[256];
  private int all;

  void clear() {
    Arrays.fill(counts, 0);
    all = 0;
  }

  void add(int value) {
    counts[value]++;
    all++;
  }

  /**
   * The value that the highest values reach.
   *
   * @param share of all values that count as the highest, more than 0
   */
  int top(double share) {
    double left = all * share;
    int value = 255;
    while (value > 0) {
      left -= counts[value];
      if (left <= 0) {
        break;
      }
      value--;
    }
    return value;
  }
}
