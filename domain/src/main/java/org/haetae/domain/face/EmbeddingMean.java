package org.haetae.domain.face;

/**
 * Weighted mean of embeddings as one goes along, itself an embedding. One thread at a time; all
 * embeddings of one dimension.
 */
public final class EmbeddingMean {
  private float[] sum = new float[0];

  /**
   * Takes one in.
   *
   * @param weight more than 0
   */
  public void add(Embedding embedding, float weight) {
    if (sum.length == 0) {
      sum = new float[embedding.dimension()];
    }
    embedding.addTo(sum, weight);
  }

  /**
   * The mean so far, scaled to length 1.
   *
   * @throws IllegalArgumentException when nothing was taken in, or all of it cancels out
   */
  public Embedding mean() {
    return Embedding.normalised(sum);
  }
}
