package org.haetae.casework.inspection;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import org.haetae.domain.order.RiskGrade;

/**
 * How often somebody must be on the spot, and how fast a finding is mended.
 *
 * @param every for each grade
 * @param mend from the look to the due date of a finding, for each grade
 */
public record InspectionRule(
    ZoneId zone, Map<RiskGrade, Period> every, Map<RiskGrade, Period> mend) {
  public InspectionRule {
    every = Map.copyOf(every);
    mend = Map.copyOf(mend);
    for (RiskGrade grade : RiskGrade.values()) {
      if (!every.containsKey(grade) || !mend.containsKey(grade)) {
        throw new IllegalArgumentException("no times of inspection are given for " + grade);
      }
    }
  }

  public Instant nextDue(RiskGrade grade, Instant last) {
    return after(every, grade, last);
  }

  public Instant mendDue(RiskGrade grade, Instant found) {
    return after(mend, grade, found);
  }

  private Instant after(Map<RiskGrade, Period> periods, RiskGrade grade, Instant from) {
    Period period = periods.getOrDefault(grade, Period.ZERO);
    return from.atZone(zone).plus(period).toInstant();
  }
}
