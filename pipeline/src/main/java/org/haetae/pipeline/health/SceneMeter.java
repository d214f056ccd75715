package org.haetae.pipeline.health;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * Takes readings of pictures: the whole of each at a quarter of HD, and a grid of patches at full
 * resolution. One camera's or several cameras' in turn; one thread at a time; whoever makes it
 * closes it.
 */
public final class SceneMeter implements AutoCloseable {
  private static final int WIDTH = 5 * EdgeImage.COLUMNS;
  private static final int HEIGHT = 5 * EdgeImage.ROWS;
  private static final int PATCH = 64;
  private static final int PATCH_COLUMNS = 5;
  private static final int PATCH_ROWS = 3;

  /** Pixels over which contrast is measured. */
  private static final int FAR = 8;

  /** Share of the samples that "the steepest" and "the brightest" stand for. */
  private static final double TOP = 0.01;

  /** Mixes as MurmurHash3's 64-bit finaliser does (Appleby, 2011, public domain). */
  private static final long MIX = 0xff51afd7ed558ccdL;

  private final PlanarRgb whole = new PlanarRgb(WIDTH, HEIGHT);
  private final PlanarRgb patch = new PlanarRgb(PATCH, PATCH);
  private final float[] cells = new float[EdgeImage.COLUMNS * EdgeImage.ROWS];
  private final int[] brightness = new int[256];
  private final int[] near = new int[256];
  private final int[] far = new int[256];

  /** Reads a picture, which stays its caller's. */
  public SceneReading read(Picture picture) {
    clear(brightness);
    clear(near);
    clear(far);
    picture.read(Region.whole(picture), WIDTH, HEIGHT, whole);
    MemorySegment luminance = whole.plane(1);
    double mean = shrink(luminance);
    long fingerprint = hash(luminance, (long) WIDTH * HEIGHT, 1);
    int width = Math.min(PATCH, picture.width());
    int height = Math.min(PATCH, picture.height());
    for (int row = 0; row < PATCH_ROWS; row++) {
      for (int column = 0; column < PATCH_COLUMNS; column++) {
        picture.read(
            new Region(
                place(column, PATCH_COLUMNS, picture.width() - width),
                place(row, PATCH_ROWS, picture.height() - height),
                width,
                height),
            width,
            height,
            patch);
        MemorySegment green = patch.plane(1);
        steps(green, width, height);
        fingerprint = hash(green, (long) PATCH * height, fingerprint);
      }
    }
    double contrast = top(far);
    return new SceneReading(
        new PictureSize(picture.width(), picture.height()),
        mean,
        top(brightness),
        contrast,
        contrast == 0 ? 0 : top(near) / contrast,
        EdgeImage.of(cells),
        fingerprint);
  }

  private static void clear(int[] histogram) {
    Arrays.fill(histogram, 0);
  }

  /** Where a patch begins; even, because colour comes in pairs of pixels. */
  private static int place(int index, int count, int room) {
    return (int) (room * (index + 0.5) / count) & ~1;
  }

  /** Fills the cells and the brightness; returns the mean. */
  private double shrink(MemorySegment luminance) {
    Arrays.fill(cells, 0);
    long sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      int row = y / 5 * EdgeImage.COLUMNS;
      for (int x = 0; x < WIDTH; x++) {
        int value = luminance.get(ValueLayout.JAVA_BYTE, (long) y * WIDTH + x) & 0xFF;
        sum += value;
        brightness[value]++;
        cells[row + x / 5] += value / 25f;
      }
    }
    return (double) sum / (WIDTH * HEIGHT);
  }

  private void steps(MemorySegment green, int width, int height) {
    for (int y = 0; y < height - FAR; y++) {
      for (int x = 0; x < width - FAR; x++) {
        long at = (long) y * PATCH + x;
        int here = sample(green, at);
        near[Math.abs(here - sample(green, at + 1))]++;
        near[Math.abs(here - sample(green, at + PATCH))]++;
        far[Math.abs(here - sample(green, at + FAR))]++;
        far[Math.abs(here - sample(green, at + (long) FAR * PATCH))]++;
      }
    }
  }

  private static int sample(MemorySegment plane, long at) {
    return plane.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
  }

  /** The value that the top share of a histogram reaches. */
  private static double top(int[] histogram) {
    long all = 0;
    for (int count : histogram) {
      all += count;
    }
    double left = all * TOP;
    int value = 255;
    while (value > 0 && (left -= histogram[value]) > 0) {
      value--;
    }
    return value;
  }

  private static long hash(MemorySegment bytes, long length, long seed) {
    long hash = seed;
    for (long at = 0; at + 8 <= length; at += 8) {
      hash = (hash ^ bytes.get(ValueLayout.JAVA_LONG_UNALIGNED, at)) * MIX;
      hash ^= hash >>> 33;
    }
    return hash;
  }

  @Override
  public void close() {
    whole.close();
    patch.close();
  }
}
