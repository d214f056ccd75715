package org.haetae.pipeline.fit;

import java.util.Arrays;

/**
 * The largest face height of each passer-by of one camera, in classes of one pixel. Takes the same
 * memory however many there were; beyond {@value #MEMORY} the earlier ones count ever less, so that
 * another lens or height shows. One thread at a time.
 */
public final class FaceHeights {
  /** Passers-by that are held at most. */
  static final int MEMORY = 512;

  /** Heights from here on are one class: no face needs more. */
  static final int TALLEST = 1023;

  private final int[] counts = new int[TALLEST + 1];
  private int held;
  private long tracks;

  /**
   * Somebody has passed.
   *
   * @param largest the largest height that the face had, in pixels, 0 or more
   */
  public void add(double largest) {
    if (!(largest >= 0)) {
      throw new IllegalArgumentException("a face has a height, not " + largest);
    }
    if (held == MEMORY) {
      thin();
    }
    counts[(int) Math.min(TALLEST, largest)]++;
    held++;
    tracks++;
  }

  /** Keeps every second one in order of height, which moves no quantile by more than a place. */
  private void thin() {
    int carried = 0;
    held = 0;
    for (int height = 0; height <= TALLEST; height++) {
      int all = counts[height] + carried;
      counts[height] = all / 2;
      carried = all % 2;
      held += counts[height];
    }
  }

  /** Passers-by so far, forgotten ones included. */
  public long tracks() {
    return tracks;
  }

  /**
   * The height that a share of the passers-by does not exceed, by the nearest rank; in whole
   * pixels, rounded down; NaN while nobody has passed.
   *
   * @param share more than 0, at most 1
   */
  public double quantile(double share) {
    if (held == 0) {
      return Double.NaN;
    }
    // A share such as 0.7 of ten is a hair more than seven in binary.
    long rank = Math.max(1, (long) Math.ceil(share * held - 1e-9));
    int height = 0;
    for (long below = counts[0]; below < rank; below += counts[height]) {
      height++;
    }
    return height;
  }

  /** Forgets everybody, as when the pictures become others. */
  public void clear() {
    Arrays.fill(counts, 0);
    held = 0;
    tracks = 0;
  }
}
