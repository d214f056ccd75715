package org.haetae.pipeline.proximity;

import org.haetae.domain.alert.Trend;

/**
 * Which way somebody moves. A face's own growth speaks first; where it says nothing, the order of
 * the cameras along the way to the place does.
 */
public final class TrendRule {
  /** Growth per second that walking one metre a second at 20 m would cause. */
  private static final double CLEAR_GROWTH = 0.05;

  private TrendRule() {}

  /**
   * The trend of a sighting.
   *
   * @param growth relative change of the face's height per second, NaN where unknown
   * @param earlierRank approach rank of the camera of the same place that saw the same respondent
   *     before, or this camera's own rank where none did
   * @param rank approach rank of the camera that sees the respondent now
   */
  public static Trend of(double growth, int earlierRank, int rank) {
    if (growth >= CLEAR_GROWTH) {
      return Trend.APPROACHING;
    }
    if (growth <= -CLEAR_GROWTH) {
      return Trend.LEAVING;
    }
    if (rank != earlierRank) {
      return rank > earlierRank ? Trend.APPROACHING : Trend.LEAVING;
    }
    return Double.isNaN(growth) ? Trend.UNKNOWN : Trend.STEADY;
  }
}
