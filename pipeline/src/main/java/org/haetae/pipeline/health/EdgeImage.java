package org.haetae.pipeline.health;

/**
 * The edges of a scene: for every cell of a thumbnail the direction in which it grows brighter, as
 * a vector whose length saturates, so that a lamp that is switched on changes little. Immutable.
 *
 * <p>After the orientation correlation of Fitch, Kadyrov, Christmas and Kittler, "Orientation
 * correlation", BMVC 2002, with a soft limit in place of the unit length, since noise has no
 * direction.
 */
public final class EdgeImage {
  /** Cells from left to right. */
  public static final int COLUMNS = 64;

  /** Cells from top to bottom. */
  public static final int ROWS = 36;

  /** Step of luminance, 0 to 255, at which a vector has half its full length. */
  private static final float HALF = 6;

  private static final int INNER = (COLUMNS - 2) * (ROWS - 2);

  private final float[] vectors;

  private EdgeImage(float[] vectors) {
    this.vectors = vectors;
  }

  /**
   * @param luminance {@link #COLUMNS} × {@link #ROWS} values, 0 to 255, row by row
   */
  public static EdgeImage of(float[] luminance) {
    if (luminance.length != COLUMNS * ROWS) {
      throw new IllegalArgumentException("a thumbnail has %d cells".formatted(COLUMNS * ROWS));
    }
    float[] vectors = new float[2 * INNER];
    int at = 0;
    for (int row = 1; row < ROWS - 1; row++) {
      for (int column = 1; column < COLUMNS - 1; column++) {
        int cell = row * COLUMNS + column;
        float right = (luminance[cell + 1] - luminance[cell - 1]) / 2;
        float down = (luminance[cell + COLUMNS] - luminance[cell - COLUMNS]) / 2;
        float limit = (float) Math.hypot(right, down) + HALF;
        vectors[at++] = right / limit;
        vectors[at++] = down / limit;
      }
    }
    return new EdgeImage(vectors);
  }

  /** How well two scenes agree: 1 the same, 0 nothing in common, −1 a negative. */
  public double correlation(EdgeImage other) {
    double both = 0;
    double mine = 0;
    double theirs = 0;
    for (int i = 0; i < vectors.length; i++) {
      both += vectors[i] * other.vectors[i];
      mine += vectors[i] * vectors[i];
      theirs += other.vectors[i] * other.vectors[i];
    }
    return mine == 0 || theirs == 0 ? 0 : both / Math.sqrt(mine * theirs);
  }

  /**
   * This one, drawn towards another.
   *
   * @param share 0 for this one, 1 for the other
   */
  public EdgeImage towards(EdgeImage other, double share) {
    float[] mixed = new float[vectors.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) (vectors[i] + (other.vectors[i] - vectors[i]) * share);
    }
    return new EdgeImage(mixed);
  }
}
