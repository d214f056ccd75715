package org.haetae.casework.risk;

import org.haetae.domain.order.RiskGrade;

/**
 * The grades that answers allow: {@code lowest} if every unknown is a no, {@code highest} if every
 * one is a yes.
 */
public record GradeRange(RiskGrade lowest, RiskGrade highest) {
  public GradeRange {
    if (lowest.compareTo(highest) > 0) {
      throw new IllegalArgumentException(
          "a range can't reach from %s down to %s".formatted(lowest, highest));
    }
  }

  public boolean certain() {
    return lowest == highest;
  }
}
