package org.haetae.casework.alarm;

import java.time.Instant;
import java.time.InstantSource;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Roster;
import org.haetae.casework.escalation.Tier;

/** Says which tiers nobody is on duty for, as long as that is so. Safe for many threads. */
public final class DutyWatch {
  private final EscalationPlan plan;
  private final AlarmDesk alarms;
  private final InstantSource clock;

  public DutyWatch(EscalationPlan plan, AlarmDesk alarms, InstantSource clock) {
    this.plan = plan;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** To be called every second or so. */
  public void look() {
    Instant now = clock.instant();
    for (Tier tier : plan.tiers()) {
      if (tier.roster().isStaffed(now)) {
        alarms.clear(AlarmCode.NOBODY_ON_DUTY, tier.name());
      } else {
        alarms.raise(AlarmCode.NOBODY_ON_DUTY, tier.name(), "");
      }
    }
  }

  /** People on duty in the first tier; not a number where the site keeps no roster for it. */
  public double operators() {
    Roster roster = plan.tiers().getFirst().roster();
    return roster.shifts().isEmpty() ? Double.NaN : roster.onDuty(clock.instant()).size();
  }
}
