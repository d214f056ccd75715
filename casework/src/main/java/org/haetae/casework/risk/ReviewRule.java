package org.haetae.casework.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import org.haetae.domain.order.RiskGrade;

/**
 * How long a grade holds before somebody must look again.
 *
 * @param zone whose calendar days count
 * @param after a {@link Duration}, exact, or a {@link Period} of calendar days, for every grade
 */
public record ReviewRule(ZoneId zone, Map<RiskGrade, TemporalAmount> after) {
  public ReviewRule {
    after = Map.copyOf(after);
    for (RiskGrade grade : RiskGrade.values()) {
      if (!after.containsKey(grade)) {
        throw new IllegalArgumentException("no time of review is given for " + grade);
      }
    }
  }

  /** When what was graded at {@code graded} must be looked at again. */
  public Instant due(RiskGrade grade, Instant graded) {
    TemporalAmount time = after.get(grade);
    return time == null ? graded : graded.atZone(zone).plus(time).toInstant();
  }
}
