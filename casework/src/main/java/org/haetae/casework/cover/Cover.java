package org.haetae.casework.cover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.plan.Plan;

/** The rules of cover, as one function. Immutable and pure. */
public final class Cover {
  private final List<GapRule> rules;

  public Cover(Plan plan) {
    rules =
        List.of(
            new CaseGaps(plan.cover(), plan.curriculum()),
            new RiskGaps(plan.cover(), plan.checklist().review()),
            new OrderGaps(plan.cover()),
            new EyeGaps(plan.cover()),
            new WatchGaps(plan.cover(), plan.watches(), plan.checklist()),
            new VisitGaps(plan.inspections()),
            new NoticeGaps(plan.notices()),
            new SupportGaps());
  }

  /** What is missing for somebody at {@code instant}. */
  public CoverLine of(Covered who, World world, Instant instant) {
    Now now = new Now(instant);
    List<Gap> gaps = new ArrayList<>();
    for (GapRule rule : rules) {
      rule.find(who, world, now, gaps::add);
    }
    gaps.sort(Gap.ORDER);
    return new CoverLine(who.person(), who.file().map(CaseFile::id), gaps, now.next());
  }
}
