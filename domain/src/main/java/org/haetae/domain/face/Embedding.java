package org.haetae.domain.face;

/**
 * A unit vector that stands for a face; two embeddings of one {@link ModelId} are compared by their
 * cosine, which is their dot product. Immutable. Its text never shows the vector.
 */
public final class Embedding {
  private final float[] unit;

  private Embedding(float[] unit) {
    this.unit = unit;
  }

  /**
   * Scales {@code vector} to length 1.
   *
   * @throws IllegalArgumentException when it is empty, has length 0 or a component that is not
   *     finite
   */
  public static Embedding normalised(float[] vector) {
    double squares = 0;
    for (float v : vector) {
      squares += (double) v * v;
    }
    if (!(squares > 0) || !Double.isFinite(squares)) {
      throw new IllegalArgumentException("an embedding must have a finite length above 0");
    }
    double scale = 1 / Math.sqrt(squares);
    float[] unit = new float[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (vector[i] * scale);
    }
    return new Embedding(unit);
  }

  public int dimension() {
    return unit.length;
  }

  /** Writes the unit vector to {@code target} from {@code offset} on. */
  public void copyTo(float[] target, int offset) {
    System.arraycopy(unit, 0, target, offset, unit.length);
  }

  /** Adds {@code weight} times the unit vector to {@code sum}, which must be of this dimension. */
  void addTo(float[] sum, float weight) {
    if (sum.length != unit.length) {
      throw new IllegalArgumentException(
          "embeddings of %d and %d dimensions have no mean".formatted(sum.length, unit.length));
    }
    for (int i = 0; i < unit.length; i++) {
      sum[i] += weight * unit[i];
    }
  }

  /** Cosine of the angle between the two, −1 to 1; both must be of one dimension. */
  public float cosine(Embedding other) {
    if (other.unit.length != unit.length) {
      throw new IllegalArgumentException(
          "embeddings of %d and %d dimensions can't be compared"
              .formatted(unit.length, other.unit.length));
    }
    float dot = 0;
    for (int i = 0; i < unit.length; i++) {
      dot += unit[i] * other.unit[i];
    }
    return dot;
  }

  @Override
  public String toString() {
    return "Embedding[" + unit.length + "]";
  }
}
