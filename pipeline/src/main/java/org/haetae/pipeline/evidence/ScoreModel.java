package org.haetae.pipeline.evidence;

/**
 * How the embedder's cosines are spread, measured on 100 photographs of ten people that were scaled
 * down to each face height (see the model card of mobilefacenet). Ten people don't make a
 * population: the impostors' spread is widened for that, which raises thresholds.
 */
public final class ScoreModel {
  /** Face heights in pixels and the mean cosine of two pictures of one person at each. */
  private static final double[] HEIGHTS = {16, 20, 24, 32, 48, 64, 100};

  private static final double[] GENUINE_MEANS = {0.264, 0.371, 0.464, 0.575, 0.672, 0.694, 0.702};

  private static final double GENUINE_DEVIATION = 0.11;
  private static final Normal IMPOSTOR = new Normal(0.021, 0.115);

  private ScoreModel() {}

  /** Cosines of two different people; size changes them little. */
  public static Normal impostor() {
    return IMPOSTOR;
  }

  /** Cosines of one person whose face is {@code height} pixels high in one of the two pictures. */
  public static Normal genuine(double height) {
    int last = HEIGHTS.length - 1;
    if (height <= HEIGHTS[0]) {
      return new Normal(GENUINE_MEANS[0], GENUINE_DEVIATION);
    }
    for (int i = 1; i <= last; i++) {
      if (height <= HEIGHTS[i]) {
        double share = (height - HEIGHTS[i - 1]) / (HEIGHTS[i] - HEIGHTS[i - 1]);
        double mean = GENUINE_MEANS[i - 1] + share * (GENUINE_MEANS[i] - GENUINE_MEANS[i - 1]);
        return new Normal(mean, GENUINE_DEVIATION);
      }
    }
    return new Normal(GENUINE_MEANS[last], GENUINE_DEVIATION);
  }

  /**
   * How well a face of {@code height} pixels tells people apart, against one of 100 pixels: the
   * squared distance between the two means, 0 to 1.
   */
  public static double discrimination(double height) {
    double distance = genuine(height).mean() - IMPOSTOR.mean();
    double best = GENUINE_MEANS[GENUINE_MEANS.length - 1] - IMPOSTOR.mean();
    return distance * distance / (best * best);
  }
}
