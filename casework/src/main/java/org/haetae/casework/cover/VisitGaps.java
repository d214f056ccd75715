package org.haetae.casework.cover;

import java.time.Instant;
import java.util.function.Consumer;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.inspection.Finding;
import org.haetae.casework.inspection.InspectionRule;

/** Somebody must have been there, and what was found must be mended. */
record VisitGaps(InspectionRule rule) implements GapRule {
  @Override
  public void find(Covered who, World world, Now now, Consumer<Gap> found) {
    who.file().ifPresent(file -> find(file, now, found));
  }

  private void find(CaseFile file, Now now, Consumer<Gap> found) {
    file.risk()
        .grade()
        .ifPresent(
            grade -> {
              Instant last = file.inspections().last().orElse(file.opened().at());
              Instant due = rule.nextDue(grade, last);
              if (now.reached(due)) {
                found.accept(Gap.of(GapKind.INSPECTION_OVERDUE, "", due).until(due));
              }
            });
    for (Finding finding : file.inspections().open()) {
      if (now.reached(finding.due())) {
        found.accept(
            Gap.of(GapKind.FINDING_OVERDUE, "finding " + finding.number(), finding.due())
                .until(finding.due())
                .saying(finding.what()));
      }
    }
  }
}
