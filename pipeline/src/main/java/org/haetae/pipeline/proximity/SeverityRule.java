package org.haetae.pipeline.proximity;

import java.util.List;
import org.haetae.domain.alert.Circumstance;
import org.haetae.domain.alert.Circumstance.Effect;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.place.ProtectedPlace;

/**
 * How urgent a sighting is. Inside the exclusion radius nothing is less than a warning: the order
 * is broken already. Near, coming nearer, or of a high risk grade it is danger.
 */
public final class SeverityRule {
  /** Share of the exclusion radius within which every sighting is danger. */
  private static final double NEAR = 0.3;

  private SeverityRule() {}

  public static Severity of(
      Proximity proximity, Trend trend, RiskGrade grade, ProtectedPlace place) {
    double nearest = Math.max(0, proximity.metres() - proximity.uncertainty());
    if (nearest > place.exclusionRadius()) {
      return grade.compareTo(RiskGrade.HIGH) >= 0 && trend != Trend.LEAVING
          ? Severity.WARNING
          : Severity.NOTICE;
    }
    boolean near = nearest <= place.exclusionRadius() * NEAR;
    boolean coming = trend == Trend.APPROACHING;
    boolean grave = grade.compareTo(RiskGrade.HIGH) >= 0;
    return near || coming || grave ? Severity.DANGER : Severity.WARNING;
  }

  /**
   * A severity as circumstances change it: a step up where one raises it, a step down where one
   * lowers it, however many there are. What is at its least stays an alert.
   */
  public static Severity under(Severity severity, List<Circumstance> circumstances) {
    boolean raised = circumstances.stream().anyMatch(each -> each.effect() == Effect.RAISES);
    boolean lowered = circumstances.stream().anyMatch(each -> each.effect() == Effect.LOWERS);
    if (raised == lowered) {
      return severity;
    }
    return switch (severity) {
      case NOTICE -> raised ? Severity.WARNING : Severity.NOTICE;
      case WARNING -> raised ? Severity.DANGER : Severity.NOTICE;
      case DANGER -> raised ? Severity.DANGER : Severity.WARNING;
    };
  }
}
