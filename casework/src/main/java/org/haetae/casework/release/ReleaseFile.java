package org.haetae.casework.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.casework.release.ReleaseFact.Confirmed;
import org.haetae.casework.release.ReleaseFact.NoticeRefused;
import org.haetae.casework.release.ReleaseFact.RefusalReviewed;
import org.haetae.casework.release.ReleaseFact.Reported;
import org.haetae.casework.release.ReleaseFact.WrongPin;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.CaseId;

/**
 * All release notices of a case as its facts have made them.
 *
 * @param refusedSince since when the protected person wants no notices, as last said
 */
public record ReleaseFile(List<ReleaseNotice> notices, Optional<Instant> refusedSince) {
  public static final ReleaseFile EMPTY = new ReleaseFile(List.of(), Optional.empty());

  public ReleaseFile {
    notices = List.copyOf(notices);
  }

  /** The notice that a report begins; empty where the report is known already. */
  public Optional<Reported> report(CustodyEvent event, Deed deed) {
    if (notices.stream().anyMatch(notice -> notice.key().equals(event.key()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Reported(
            deed.at(),
            deed.by(),
            notices.size() + 1,
            event.key(),
            event.respondent(),
            event.kind(),
            event.effective()));
  }

  /**
   * Somebody gives the code of a notice back: it confirms, or is written down as wrong.
   *
   * @param file whose file this is
   */
  public ReleaseFact confirm(
      CaseId file,
      int number,
      Recipient to,
      String code,
      NoticePin pin,
      NoticeRule rule,
      Deed deed) {
    ReleaseNotice notice = find(number);
    Telling telling = notice.tellings().getOrDefault(to, Telling.NOT_BEGUN);
    if (telling.wrongPins() >= rule.pinTries()) {
      throw new ReleaseRefusal("the code was wrong too often: an officer must say it face to face");
    }
    ReleaseFact fact =
        pin.matches(file, notice.key(), to, code)
            ? new Confirmed(deed.at(), deed.by(), number, to, Confirmation.PIN, "code given back")
            : new WrongPin(deed.at(), deed.by(), number, to);
    var _ = after(fact);
    return fact;
  }

  /** The file after {@code fact}. */
  public ReleaseFile after(ReleaseFact fact) {
    return switch (fact) {
      case Reported reported -> {
        if (reported.number() != notices.size() + 1) {
          throw new ReleaseRefusal("release notices are numbered without a hole");
        }
        List<ReleaseNotice> more = new ArrayList<>(notices);
        more.add(ReleaseNotice.of(reported, refusedSince.isPresent()));
        yield new ReleaseFile(more, refusedSince);
      }
      case Attempted attempted -> with(attempted.number(), notice -> notice.after(attempted));
      case WrongPin wrong -> with(wrong.number(), notice -> notice.after(wrong));
      case Confirmed confirmed -> with(confirmed.number(), notice -> notice.after(confirmed));
      case NoticeRefused refused -> {
        if (refused.reason().isBlank()) {
          throw new ReleaseRefusal("say what the person said: a refusal is written down with it");
        }
        yield new ReleaseFile(
            notices.stream().map(ReleaseNotice::sparingPerson).toList(), Optional.of(refused.at()));
      }
      case RefusalReviewed reviewed -> {
        if (refusedSince.isEmpty()) {
          throw new ReleaseRefusal("the person has refused no notices");
        }
        yield reviewed.stillRefuses()
            ? new ReleaseFile(notices, Optional.of(reviewed.at()))
            : new ReleaseFile(
                notices.stream().map(ReleaseNotice::tellingPerson).toList(), Optional.empty());
      }
    };
  }

  public ReleaseNotice find(int number) {
    if (number < 1 || number > notices.size()) {
      throw new ReleaseRefusal("there is no release notice " + number);
    }
    return notices.get(number - 1);
  }

  private ReleaseFile with(int number, UnaryOperator<ReleaseNotice> change) {
    ReleaseNotice changed = change.apply(find(number));
    List<ReleaseNotice> next = new ArrayList<>(notices);
    next.set(number - 1, changed);
    return new ReleaseFile(next, refusedSince);
  }
}
