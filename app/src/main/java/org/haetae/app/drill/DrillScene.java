package org.haetae.app.drill;

import java.util.ArrayList;
import java.util.List;
import org.haetae.app.config.CaseworkSettings;
import org.haetae.app.config.Site;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.training.DrillRule;

/** Makes a site an exercise by a rule. */
public final class DrillScene {
  private static final List<String> TIERS =
      List.of("operator on duty", "patrol of the station", "supervisor");

  private DrillScene() {}

  /**
   * The next tier is told when the time for an answer is over, and again after as long.
   *
   * @param dispatch whether two people must agree to a patrol
   */
  public static Site of(Site site, DrillRule rule, DispatchRule dispatch) {
    List<Tier> tiers = new ArrayList<>();
    for (String name : TIERS) {
      tiers.add(
          new Tier(
              name,
              rule.acknowledged().multipliedBy(tiers.size()),
              List.of(CaseworkSettings.CONSOLE)));
    }
    return site.exercising(new EscalationPlan(tiers, rule.acknowledged()), dispatch);
  }
}
