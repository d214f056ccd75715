package org.haetae.console.casefile;

import org.haetae.casework.casefile.CaseFact;
import org.haetae.casework.inspection.InspectionFact;
import org.haetae.casework.ledger.Erased;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.release.ReleaseFact;
import org.haetae.casework.risk.RiskFact;
import org.haetae.casework.support.SupportFact;
import org.haetae.casework.watch.RequestFact;
import org.haetae.casework.watch.WatchFact;
import org.haetae.console.words.Words;

/**
 * What happened, as one sentence of a case's past. Pure.
 *
 * @param words of the language that it is told in
 */
public record FactText(Words words) {

  public String of(Fact fact) {
    return switch (fact) {
      case CaseFact own -> own(own);
      case RiskFact graded -> risk(graded);
      case RequestFact asked -> request(asked);
      case WatchFact moved -> watch(moved);
      case ReleaseFact told -> release(told);
      case InspectionFact seen -> inspection(seen);
      case SupportFact helped -> support(helped);
      case Erased _ -> words.text("Erased");
      default ->
          throw new IllegalArgumentException(
              "no case's past has a " + fact.getClass().getSimpleName());
    };
  }

  private String own(CaseFact fact) {
    return switch (fact) {
      case CaseFact.Opened opened ->
          say(fact, words.of(opened.offence()), opened.station(), opened.respondents().size());
      case CaseFact.Assigned assigned -> say(fact, assigned.officer());
      case CaseFact.ContactsSet set -> say(fact, set.contacts().size());
      case CaseFact.Closed closed -> say(fact, closed.reason());
      case CaseFact.Reopened again -> say(fact, again.reason());
    };
  }

  private String risk(RiskFact fact) {
    return switch (fact) {
      case RiskFact.Assessed assessed ->
          assessed.range().certain()
              ? words.text(
                  "RiskFact.Assessed.certain",
                  words.of(assessed.range().highest()),
                  assessed.checklist())
              : say(
                  fact,
                  words.of(assessed.range().lowest()),
                  words.of(assessed.range().highest()),
                  assessed.checklist());
      case RiskFact.Raised raised -> say(fact, words.of(raised.to()), raised.reason());
      case RiskFact.Lowered lowered -> say(fact, words.of(lowered.to()), lowered.reason());
    };
  }

  private String request(RequestFact fact) {
    return switch (fact) {
      case RequestFact.Asked asked -> say(fact, asked.number(), asked.station());
      case RequestFact.Promised promised -> say(fact, promised.number(), promised.watch());
      case RequestFact.PromiseLost lost -> say(fact, lost.number(), lost.reason());
      case RequestFact.Handed handed -> say(fact, handed.number(), handed.watch());
      case RequestFact.Told told -> say(fact, told.number(), words.of(told.step()), told.proof());
      case RequestFact.Closed closed ->
          say(fact, closed.number(), words.of(closed.why()), closed.reason());
    };
  }

  private String watch(WatchFact fact) {
    return switch (fact) {
      case WatchFact.Received received -> say(fact, received.station(), received.model());
      case WatchFact.Reserved reserved -> say(fact, reserved.request().number());
      case WatchFact.Unreserved free -> say(fact, free.reason());
      case WatchFact.Sent sent -> say(fact, sent.to());
      case WatchFact.Arrived _ -> say(fact);
      case WatchFact.Issued issued -> say(fact, issued.identity(), words.day(issued.until()));
      case WatchFact.Registered registered -> say(fact, registered.confirmation());
      case WatchFact.WearingChecked checked ->
          words.text(
              checked.worn() ? "WatchFact.WearingChecked.worn" : "WatchFact.WearingChecked.not",
              checked.note());
      case WatchFact.Renewed renewed -> say(fact, words.day(renewed.until()));
      case WatchFact.Returned returned -> say(fact, returned.station());
      case WatchFact.Lost lost -> say(fact, lost.reason());
      case WatchFact.Found found -> say(fact, found.station());
      case WatchFact.SentToRepair sent -> say(fact, sent.reason());
      case WatchFact.Repaired repaired -> say(fact, repaired.firmware());
      case WatchFact.Retired retired -> say(fact, retired.reason());
    };
  }

  private String release(ReleaseFact fact) {
    return switch (fact) {
      case ReleaseFact.Reported reported ->
          say(
              fact,
              reported.number(),
              words.of(reported.kind()),
              words.at(reported.effective()),
              reported.respondent());
      case ReleaseFact.Attempted tried ->
          say(fact, tried.number(), words.of(tried.to()), words.of(tried.outcome()));
      case ReleaseFact.WrongPin wrong -> say(fact, wrong.number(), words.of(wrong.to()));
      case ReleaseFact.Confirmed confirmed ->
          say(fact, confirmed.number(), words.of(confirmed.to()), words.of(confirmed.how()));
      case ReleaseFact.NoticeRefused refused -> say(fact, refused.reason());
      case ReleaseFact.RefusalReviewed reviewed ->
          words.text(
              reviewed.stillRefuses()
                  ? "ReleaseFact.RefusalReviewed.still"
                  : "ReleaseFact.RefusalReviewed.no");
    };
  }

  private String inspection(InspectionFact fact) {
    return switch (fact) {
      case InspectionFact.Inspected seen -> say(fact, seen.seen().size(), seen.findings().size());
      case InspectionFact.Mended mended -> say(fact, mended.finding());
    };
  }

  private String support(SupportFact fact) {
    return switch (fact) {
      case SupportFact.Referred referred -> say(fact, referred.number(), referred.service());
      case SupportFact.Accepted accepted -> say(fact, accepted.number());
      case SupportFact.Started started -> say(fact, started.number());
      case SupportFact.Ended ended ->
          say(fact, ended.number(), words.of(ended.why()), ended.words());
    };
  }

  private String say(Fact fact, Object... parts) {
    Class<?> type = fact.getClass();
    String family = String.valueOf(type.getDeclaringClass().getSimpleName());
    return words.text(family + "." + type.getSimpleName(), parts);
  }
}
