package org.haetae.app.evaluation.video;

import org.haetae.domain.measure.ClopperPearson;

/**
 * Where the true value lies with a confidence of {@value #CONFIDENCE}.
 *
 * @param low at most {@code high}
 */
public record Interval(double low, double high, Method method) {
  public static final double CONFIDENCE = ClopperPearson.CONFIDENCE;

  /** How an interval was made. */
  public enum Method {
    /** Percentiles of a bootstrap over people. */
    BOOTSTRAP,
    /** Clopper and Pearson's, with people for trials. */
    EXACT,
    /** Nobody, or too few, to say anything by. */
    NONE
  }
}
