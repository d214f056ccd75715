package org.haetae.casework.cover;

import java.util.function.Consumer;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.release.NoticeRule;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseNotice;
import org.haetae.casework.release.Telling;

/** Who must know of a release must have confirmed it. */
record NoticeGaps(NoticeRule rule) implements GapRule {
  @Override
  public void find(Covered who, World world, Now now, Consumer<Gap> found) {
    who.file().ifPresent(file -> find(file, now, found));
  }

  private void find(CaseFile file, Now now, Consumer<Gap> found) {
    for (ReleaseNotice notice : file.releases().notices()) {
      notice
          .unconfirmed()
          .forEach((recipient, telling) -> found.accept(unconfirmed(notice, recipient, telling)));
    }
    file.releases()
        .refusedSince()
        .map(rule::reviewDue)
        .filter(now::reached)
        .ifPresent(due -> found.accept(Gap.of(GapKind.REFUSAL_REVIEW_OVERDUE, "", due).until(due)));
    if (file.releases().refusedSince().isEmpty() && file.contacts().safe().isEmpty()) {
      found.accept(Gap.of(GapKind.NO_SAFE_CONTACT, "", file.opened().at()));
    }
  }

  private Gap unconfirmed(ReleaseNotice notice, Recipient recipient, Telling telling) {
    GapKind kind =
        switch (recipient) {
          case PROTECTED_PERSON -> GapKind.NOTICE_UNCONFIRMED;
          case OFFICER_IN_CHARGE -> GapKind.OFFICER_UNTOLD;
        };
    return Gap.of(kind, "notice " + notice.number(), notice.reported())
        .until(notice.inPersonDue(rule))
        .saying("%s, tried %d times".formatted(notice.kind(), telling.attempts()));
  }
}
