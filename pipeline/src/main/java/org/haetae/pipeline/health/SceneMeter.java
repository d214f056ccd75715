package org.haetae.pipeline.health;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * Takes readings of pictures: the whole of each at 320 × 180, and a grid of patches at full
 * resolution. One camera's or several cameras' in turn; one thread at a time; whoever makes it
 * closes it.
 */
public final class SceneMeter implements AutoCloseable {
  /** Pixels of the small picture along each side of a cell. */
  private static final int CELL = 5;

  private static final int WIDTH = CELL * EdgeImage.COLUMNS;
  private static final int HEIGHT = CELL * EdgeImage.ROWS;
  private static final int PATCH = 64;
  private static final int PATCH_COLUMNS = 6;
  private static final int PATCH_ROWS = 4;

  /** Pixels of the small picture over which contrast is measured. */
  private static final int STEP = 2;

  /** Share of the pixels that "the brightest" and "the steepest" stand for. */
  static final double TOP = 0.01;

  /** Mixes as MurmurHash3's 64-bit finaliser does (Appleby, 2011, public domain). */
  private static final long MIX = 0xff51afd7ed558ccdL;

  private final PlanarRgb whole = new PlanarRgb(WIDTH, HEIGHT);
  private final PlanarRgb patch = new PlanarRgb(PATCH, PATCH);
  private final float[] cells = new float[EdgeImage.COLUMNS * EdgeImage.ROWS];
  private final Histogram brightness = new Histogram();
  private final Histogram steps = new Histogram();
  private final SharpnessGauge sharpness = new SharpnessGauge();

  /** Reads a picture, which stays its caller's. */
  public SceneReading read(Picture picture) {
    picture.read(Region.whole(picture), WIDTH, HEIGHT, whole);
    MemorySegment luminance = whole.plane(1);
    double mean = shrink(luminance);
    long fingerprint = hash(luminance, (long) WIDTH * HEIGHT, 1);
    sharpness.begin();
    int width = Math.min(PATCH, picture.width());
    int height = Math.min(PATCH, picture.height());
    for (int row = 0; row < PATCH_ROWS; row++) {
      for (int column = 0; column < PATCH_COLUMNS; column++) {
        int left = place(column, PATCH_COLUMNS, picture.width() - width);
        int top = place(row, PATCH_ROWS, picture.height() - height);
        picture.read(new Region(left, top, width, height), width, height, patch);
        MemorySegment green = patch.plane(1);
        sharpness.add(green, PATCH, width, height);
        fingerprint = hash(green, (long) PATCH * height, fingerprint);
      }
    }
    return new SceneReading(
        new PictureSize(picture.width(), picture.height()),
        mean,
        brightness.top(TOP),
        steps.top(TOP),
        sharpness.value(),
        EdgeImage.of(cells),
        fingerprint);
  }

  /** Where a patch begins; even, because colour comes in pairs of pixels. */
  private static int place(int index, int count, int room) {
    return (int) (room * (index + 0.5) / count) & ~1;
  }

  /** Fills the cells and the histograms; returns the mean. */
  private double shrink(MemorySegment luminance) {
    Arrays.fill(cells, 0);
    brightness.clear();
    steps.clear();
    long sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      int row = y / CELL * EdgeImage.COLUMNS;
      for (int x = 0; x < WIDTH; x++) {
        long at = (long) y * WIDTH + x;
        int value = sample(luminance, at);
        sum += value;
        brightness.add(value);
        cells[row + x / CELL] += value;
        if (x >= STEP && y >= STEP) {
          steps.add(Math.abs(value - sample(luminance, at - STEP)));
          steps.add(Math.abs(value - sample(luminance, at - (long) STEP * WIDTH)));
        }
      }
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] /= CELL * CELL;
    }
    return (double) sum / (WIDTH * HEIGHT);
  }

  private static int sample(MemorySegment plane, long at) {
    return plane.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
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
