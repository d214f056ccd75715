package org.haetae.casework.office;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.inspection.Check;
import org.haetae.casework.inspection.Seen;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.release.CustodyEvent;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.NoticePin;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.risk.Answer;
import org.haetae.casework.risk.Question;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.support.SupportFact.EndReason;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.RiskGrade;

/** What people may do at the desks, sensible or not; a rule may refuse it. */
final class RandomDeeds {
  private static final List<StationId> STATIONS =
      List.of(new StationId("east"), new StationId("west"), new StationId("far"));

  /** Where they are: two within reach of each other, one beyond. */
  private static final List<GeoPoint> POINTS =
      List.of(
          new GeoPoint(33.50, 126.53), new GeoPoint(33.41, 126.26), new GeoPoint(37.56, 126.99));

  private final Random random;
  private final Plan plan;
  private final Office office;
  private final CaseDesk cases;
  private final WatchDesk watches;
  private final NoticeDesk notices;

  RandomDeeds(Random random, Office office, Plan plan) {
    this.random = random;
    this.plan = plan;
    this.office = office;
    cases = new CaseDesk(office, plan);
    watches = new WatchDesk(office, plan.watches());
    notices = new NoticeDesk(office, plan.notices(), new NoticePin(new byte[16]));
  }

  /** Places, people and watches to begin with. */
  void begin(Instant now) {
    Deed deed = deed(now);
    for (int i = 0; i < STATIONS.size(); i++) {
      watches.place(STATIONS.get(i), "Station " + i, POINTS.get(i), deed);
    }
    for (String user : List.of("kim", "lee")) {
      cases.post(new UserId(user), Role.OFFICER, station(), deed);
      plan.curriculum().modules().forEach(one -> cases.trained(new UserId(user), one.id(), deed));
    }
    for (int i = 1; i <= 3; i++) {
      watches.receive(new WatchSerial("w" + i), station(), "model", "1", deed);
      openCase(new CaseId("c" + i), CoverLife.PEOPLE.get(i - 1), deed);
    }
  }

  /** Does something; throws a {@link org.haetae.casework.ledger.Refusal} where it can't be. */
  void something(Instant now) {
    Deed deed = deed(now);
    switch (random.nextInt(4)) {
      case 0 -> somethingOfTheCase(deed);
      case 1 -> somethingOfTheRequest(deed);
      case 2 -> somethingOfTheWatch(deed);
      default -> somethingOfHelp(deed);
    }
  }

  private void somethingOfTheCase(Deed deed) {
    CaseId id = file();
    switch (random.nextInt(16)) {
      case 0, 1 -> openCase(id, any(CoverLife.PEOPLE), deed);
      case 2 -> cases.close(random.nextBoolean() ? id : request().file(), "over", deed);
      case 3 -> cases.reopen(id, "not over", deed);
      case 4, 5 -> cases.assign(id, user(), deed);
      case 6 -> cases.post(user(), any(Role.values()), station(), deed);
      case 7 -> cases.left(user(), deed);
      case 8, 9, 10 -> cases.trained(user(), any(plan.curriculum().modules()).id(), deed);
      case 11, 12 -> cases.assess(id, answers(), deed);
      case 13 -> cases.raise(id, any(RiskGrade.values()), "worse", deed);
      case 14 -> cases.lower(id, any(RiskGrade.values()), "better", deed);
      default -> cases.contacts(id, List.of(contact(), contact()), deed);
    }
  }

  private void somethingOfTheRequest(Deed deed) {
    RequestKey key = request();
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> watches.ask(file(), station(), deed);
      case 3 -> watches.reserve(key, watch(), deed);
      case 4, 5, 6, 7 -> watches.issue(key, new Handing("card", true, rarelyNot()), deed);
      case 8 -> watches.close(key, any(RequestClosing.values()), "so", deed);
      default -> watches.told(key, any(RequestStep.values()), "receipt", deed);
    }
  }

  private void somethingOfTheWatch(Deed deed) {
    WatchSerial watch = watch();
    switch (random.nextInt(14)) {
      case 0 -> watches.receive(watch, station(), "model", "1", deed);
      case 1 -> watches.send(watch, station(), deed);
      case 2 -> watches.arrived(watch, deed);
      case 3, 4 -> watches.registered(watch, "112-1", deed);
      case 5, 6 -> watches.wearingChecked(watch, random.nextBoolean(), "seen", deed);
      case 7 -> watches.renew(watch, deed);
      case 8 -> watches.returned(watch, station(), deed);
      case 9 -> watches.lost(watch, "in the sea", deed);
      case 10 -> watches.found(watch, station(), deed);
      case 11 -> watches.repair(watch, "screen", deed);
      case 12 -> watches.repaired(watch, "2", deed);
      default -> somethingRare(watch, deed);
    }
  }

  private void somethingRare(WatchSerial watch, Deed deed) {
    if (random.nextInt(3) == 0) {
      watches.retire(watch, "old", deed);
    } else {
      StationId station = station();
      watches.place(station, "Moved " + station, any(POINTS), deed);
    }
  }

  private void somethingOfHelp(Deed deed) {
    CaseId id = file();
    int number = 1 + random.nextInt(3);
    switch (random.nextInt(12)) {
      case 0, 1 -> notices.report(custody(), deed);
      case 2 -> attempt(deed);
      case 3 -> {
        var _ = notices.confirm(id, number, any(Recipient.values()), code(deed.at()), deed);
      }
      case 4 -> notices.saidInPerson(id, number, any(Recipient.values()), "signed", deed);
      case 5 -> notices.refuse(id, "wants none", deed);
      case 6 -> notices.reviewRefusal(id, random.nextBoolean(), deed);
      case 7 -> cases.inspect(id, seen(), deed);
      case 8 -> cases.mend(id, number, "photograph", deed);
      case 9 -> cases.refer(id, any(plan.support().services()).id(), deed);
      case 10 -> accept(id, number, deed);
      default -> cases.ended(id, number, any(EndReason.values()), "so", deed);
    }
  }

  private void openCase(CaseId id, ProtectedPersonId person, Deed deed) {
    cases.open(
        id,
        person,
        Set.of(respondent()),
        any(Offence.values()),
        station(),
        OptionalInt.of(2007),
        deed);
  }

  private void accept(CaseId id, int referral, Deed deed) {
    if (random.nextBoolean()) {
      cases.accepted(id, referral, deed);
    } else {
      cases.started(id, referral, deed);
    }
  }

  private void attempt(Deed deed) {
    List<NoticeDesk.Due> due = notices.due(deed.at());
    if (!due.isEmpty()) {
      notices.attempted(any(due), any(Outcome.values()), "", deed.at());
    }
  }

  /** The right one if there is any. */
  private String code(Instant now) {
    List<NoticeDesk.Due> due = notices.due(now);
    return due.isEmpty() || random.nextInt(4) == 0 ? "000000" : any(due).code();
  }

  private CustodyEvent custody() {
    return new CustodyEvent(
        "key-" + random.nextInt(40), respondent(), any(CustodyKind.values()), Instant.EPOCH);
  }

  private Map<String, Answer> answers() {
    Map<String, Answer> all = new HashMap<>();
    boolean grave = random.nextBoolean();
    for (Question question : plan.checklist().questions()) {
      int bound = grave ? 3 : 12;
      all.put(question.id(), random.nextInt(bound) == 0 ? any(Answer.values()) : Answer.NO);
    }
    return all;
  }

  private List<Seen> seen() {
    return Arrays.stream(Check.values())
        .map(check -> new Seen(check, any(Seen.Result.values()), "broken", List.of()))
        .toList();
  }

  private Contact contact() {
    return new Contact("phone", any(Contact.Means.values()), Locale.KOREA, random.nextBoolean());
  }

  private Deed deed(Instant now) {
    Role role = random.nextInt(3) == 0 ? Role.SUPERVISOR : Role.OFFICER;
    return new Deed(new Actor(user(), role), now);
  }

  /** Most often one that is open. */
  private RequestKey request() {
    List<RequestKey> open =
        office.look(
            files ->
                files.cases().stream()
                    .flatMap(
                        file ->
                            file.requests().stream()
                                .filter(WatchRequest::open)
                                .map(one -> new RequestKey(file.id(), one.number())))
                    .toList());
    return open.isEmpty() || random.nextInt(4) == 0
        ? new RequestKey(file(), 1 + random.nextInt(3))
        : any(open);
  }

  private CaseId file() {
    return new CaseId("c" + (1 + random.nextInt(5)));
  }

  /** Most often one that somebody has or is to have. */
  WatchSerial watch() {
    List<WatchSerial> used =
        office.look(
            files ->
                files.stock().watches().stream()
                    .filter(watch -> watch.holding().isPresent() || watch.keptFor().isPresent())
                    .map(Watch::serial)
                    .sorted()
                    .toList());
    return used.isEmpty() || random.nextInt(3) == 0
        ? new WatchSerial("w" + (1 + random.nextInt(5)))
        : any(used);
  }

  private UserId user() {
    return new UserId(any(List.of("kim", "lee", "park")));
  }

  private RespondentId respondent() {
    return new RespondentId("r" + (1 + random.nextInt(3)));
  }

  private StationId station() {
    return STATIONS.get(Math.max(0, random.nextInt(STATIONS.size() + 2) - 2));
  }

  private boolean rarelyNot() {
    return random.nextInt(6) > 0;
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
