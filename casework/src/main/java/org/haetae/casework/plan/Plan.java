package org.haetae.casework.plan;

import org.haetae.casework.inspection.InspectionRule;
import org.haetae.casework.release.NoticeRule;
import org.haetae.casework.risk.Checklist;
import org.haetae.casework.support.SupportCatalogue;
import org.haetae.casework.training.Curriculum;
import org.haetae.casework.training.DrillRule;
import org.haetae.casework.watch.WatchRules;

/**
 * All of the plan that may change.
 *
 * @param checklist the version that is filled in from now on; answers under older ones stay
 *     readable
 */
public record Plan(
    Checklist checklist,
    CoverLimits cover,
    WatchRules watches,
    NoticeRule notices,
    InspectionRule inspections,
    Curriculum curriculum,
    DrillRule drill,
    SupportCatalogue support) {}
