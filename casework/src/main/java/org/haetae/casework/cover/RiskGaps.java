package org.haetae.casework.cover;

import java.time.Instant;
import java.util.function.Consumer;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.plan.CoverLimits;
import org.haetae.casework.risk.ReviewRule;

/** The danger must be known, and looked at again in time. */
record RiskGaps(CoverLimits limits, ReviewRule review) implements GapRule {
  @Override
  public void find(Covered who, World world, Now now, Consumer<Gap> found) {
    who.file().ifPresent(file -> find(file, now, found));
  }

  private void find(CaseFile file, Now now, Consumer<Gap> found) {
    if (file.risk().grade().isEmpty()) {
      Instant due = file.opened().at().plus(limits.assessment());
      if (now.reached(due)) {
        found.accept(Gap.of(GapKind.NO_ASSESSMENT, "", due).until(due));
      }
      return;
    }
    file.risk()
        .reviewDue(review)
        .filter(now::reached)
        .ifPresent(due -> found.accept(Gap.of(GapKind.REVIEW_OVERDUE, "", due).until(due)));
    if (file.risk().awaitsSupervisor()) {
      found.accept(Gap.of(GapKind.LOWER_GRADE_UNDECIDED, "", file.risk().history().getLast().at()));
    }
  }
}
