package org.haetae.casework.cover;

import java.util.function.Consumer;
import org.haetae.casework.support.Referral;

/** A service that was asked must answer and begin in time. */
record SupportGaps() implements GapRule {
  @Override
  public void find(Covered who, World world, Now now, Consumer<Gap> found) {
    who.file().ifPresent(file -> file.support().referrals().forEach(one -> find(one, now, found)));
  }

  private static void find(Referral referral, Now now, Consumer<Gap> found) {
    referral
        .due()
        .filter(now::reached)
        .ifPresent(
            due ->
                found.accept(
                    Gap.of(GapKind.REFERRAL_OVERDUE, "referral " + referral.number(), due)
                        .until(due)));
  }
}
