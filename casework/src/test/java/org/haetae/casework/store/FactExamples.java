package org.haetae.casework.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.haetae.casework.casefile.CaseFact;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.contact.Contact.Means;
import org.haetae.casework.inspection.Check;
import org.haetae.casework.inspection.Finding;
import org.haetae.casework.inspection.InspectionFact;
import org.haetae.casework.inspection.Seen;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.release.Confirmation;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseFact;
import org.haetae.casework.risk.Answer;
import org.haetae.casework.risk.ChecklistVersion;
import org.haetae.casework.risk.GradeRange;
import org.haetae.casework.risk.RiskFact;
import org.haetae.casework.staff.Role;
import org.haetae.casework.support.SupportFact;
import org.haetae.casework.training.StaffFact;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestFact;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.StationFact;
import org.haetae.casework.watch.WatchFact;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.RiskGrade;

/** At least one of every fact that there is, with and without what may be missing. */
final class FactExamples {
  /** Words that a careless encoding would break. */
  static final String WORDS = "112가 \"확인\"함\\ 😀 e\u0301 \u202eabc\n\t\0 <b>'";

  private static final Instant AT = Instant.parse("2028-02-29T14:59:59.123456789Z");
  private static final Instant WHOLE = Instant.parse("2021-07-18T06:00:00Z");
  private static final UserId BY = new UserId("김-1");
  private static final StationId STATION = new StationId("제주동부");
  private static final WatchSerial WATCH = new WatchSerial("sw-0017");
  private static final RequestKey REQUEST = new RequestKey(new CaseId("사건-2021.7"), 2);

  private FactExamples() {}

  static List<Fact> all() {
    return List.of(
        opened(Set.of(new RespondentId("r1"), new RespondentId("대상자-2")), OptionalInt.of(2005)),
        opened(Set.of(), OptionalInt.empty()),
        new CaseFact.Assigned(AT, BY, new UserId("lee")),
        new CaseFact.ContactsSet(
            AT,
            BY,
            List.of(
                new Contact("어머니 전화", Means.CALL, Locale.forLanguageTag("ko-KR"), false),
                new Contact("app", Means.APP, Locale.forLanguageTag("zh-Hant-TW"), true),
                new Contact("mail", Means.MAIL, Locale.ROOT, true))),
        new CaseFact.ContactsSet(AT, BY, List.of()),
        new CaseFact.Closed(AT, BY, WORDS),
        new CaseFact.Reopened(WHOLE, BY, ""),
        assessed(Map.of("weapon", Answer.YES, "fear", Answer.NO, "stalking", Answer.UNKNOWN), true),
        assessed(Map.of(), false),
        new RiskFact.Raised(AT, BY, RiskGrade.EXTREME, WORDS),
        new RiskFact.Lowered(AT, BY, RiskGrade.LOW, WORDS),
        new RequestFact.Asked(AT, BY, 1, STATION),
        new RequestFact.Promised(AT, BY, 1, WATCH),
        new RequestFact.PromiseLost(AT, BY, 1, WORDS),
        new RequestFact.Handed(AT, BY, 1, WATCH),
        new RequestFact.Told(AT, BY, 1, RequestStep.PROMISE_LOST, WORDS),
        new RequestFact.Closed(AT, BY, 1, RequestClosing.NONE_AVAILABLE, WORDS),
        new ReleaseFact.Reported(
            AT, BY, 1, "법무-2021/77", new RespondentId("r1"), CustodyKind.DETENTION_REFUSED, WHOLE),
        attempted(Optional.of("어머니 전화")),
        attempted(Optional.empty()),
        new ReleaseFact.WrongPin(AT, BY, 1, Recipient.PROTECTED_PERSON),
        new ReleaseFact.Confirmed(AT, BY, 1, Recipient.PROTECTED_PERSON, Confirmation.PIN, WORDS),
        new ReleaseFact.NoticeRefused(AT, BY, WORDS),
        new ReleaseFact.RefusalReviewed(AT, BY, true),
        new InspectionFact.Inspected(
            AT,
            BY,
            List.of(
                new Seen(Check.CAMERA_VIEW, Seen.Result.GOOD, "", List.of()),
                new Seen(Check.LOCK, Seen.Result.BAD, WORDS, List.of("사진-1.jpg", "2.jpg"))),
            List.of(new Finding(3, Check.LOCK, WORDS, BY, AT, WHOLE))),
        new InspectionFact.Inspected(AT, BY, List.of(), List.of()),
        new InspectionFact.Mended(AT, BY, 3, WORDS),
        new SupportFact.Referred(AT, BY, 1, "smile-center", WHOLE),
        new SupportFact.Accepted(AT, BY, 1, WHOLE),
        new SupportFact.Started(AT, BY, 1),
        new SupportFact.Ended(AT, BY, 1, SupportFact.EndReason.MOVED_ON, WORDS),
        new WatchFact.Received(AT, BY, STATION, "모델 3", ""),
        new WatchFact.Reserved(AT, BY, REQUEST),
        new WatchFact.Unreserved(AT, BY, WORDS),
        new WatchFact.Sent(AT, BY, STATION),
        new WatchFact.Arrived(AT, BY),
        new WatchFact.Issued(AT, BY, REQUEST, WORDS, WHOLE),
        new WatchFact.Registered(AT, BY, WORDS),
        new WatchFact.WearingChecked(AT, BY, false, WORDS),
        new WatchFact.Renewed(AT, BY, WHOLE),
        new WatchFact.Returned(AT, BY, STATION),
        new WatchFact.Lost(AT, BY, WORDS),
        new WatchFact.Found(AT, BY, STATION),
        new WatchFact.SentToRepair(AT, BY, WORDS),
        new WatchFact.Repaired(AT, BY, "1.4.2"),
        new WatchFact.Retired(AT, BY, WORDS),
        new StationFact.Placed(AT, BY, "제주동부경찰서", new GeoPoint(33.4996, 126.5312)),
        new StaffFact.Posted(AT, BY, Role.SUPERVISOR, STATION),
        new StaffFact.Trained(AT, BY, "watch-handing"),
        new StaffFact.Left(AT, BY));
  }

  private static Fact opened(Set<RespondentId> respondents, OptionalInt birthYear) {
    return new CaseFact.Opened(
        AT,
        BY,
        new ProtectedPersonId("보호-1"),
        respondents,
        Offence.DOMESTIC_VIOLENCE,
        STATION,
        birthYear);
  }

  private static Fact assessed(Map<String, Answer> answers, boolean bySupervisor) {
    return new RiskFact.Assessed(
        AT,
        BY,
        new ChecklistVersion("haetae", "2026.1"),
        answers,
        new GradeRange(RiskGrade.ELEVATED, RiskGrade.EXTREME),
        bySupervisor);
  }

  private static Fact attempted(Optional<String> contact) {
    return new ReleaseFact.Attempted(
        AT, BY, 1, Recipient.OFFICER_IN_CHARGE, contact, Outcome.UNANSWERED, WORDS);
  }
}
