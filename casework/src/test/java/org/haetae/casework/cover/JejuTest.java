package org.haetae.casework.cover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.NoticeDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.release.CustodyEvent;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.NoticePin;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.WatchRefusal;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.Validity;
import org.junit.jupiter.api.Test;

/**
 * Jeju, July 2021: a mother asked for protection, a watch was said not to be in stock while others
 * had one, cameras were put up that nobody watched, and sixteen days later her son was dead. Told
 * step by step: each of these is a gap from its first instant, and not an instant before. Names,
 * hours and places are made up.
 */
class JejuTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final CaseId CASE = new CaseId("jeju-1");
  private static final ProtectedPersonId BOY = new ProtectedPersonId("boy");
  private static final StationId A = new StationId("jeju-east");
  private static final StationId B = new StationId("jeju-west");
  private static final WatchSerial WATCH = new WatchSerial("sw-7");
  private static final RequestKey REQUEST = new RequestKey(CASE, 1);
  private static final CameraId DOOR = new CameraId("door");
  private static final PlaceId HOME = new PlaceId("home");

  private final Plan plan = PlanReader.korea();
  private final Office office = new Office(new MemoryLedger());
  private final CaseDesk cases = new CaseDesk(office, plan);
  private final WatchDesk watches = new WatchDesk(office, plan.watches());
  private final NoticeDesk notices =
      new NoticeDesk(office, plan.notices(), new NoticePin(new byte[16]));
  private final CoverBook book = new CoverBook(office, plan);

  @Test
  void everyGapOfTheJejuCaseIsThereFromItsFirstInstant() {
    // Station A has no watch. Station B, some 30 km away, has one.
    begin(at("2021-07-01T09:00"));
    watches.receive(WATCH, B, "model", "1", by(at("2021-07-01T09:00")));

    // 5 July, 10:00. The mother asks for protection of her son, and a case is opened.
    Instant opened = at("2021-07-05T10:00");
    assertEquals(Optional.empty(), book.line(CASE, before(opened)));
    open(opened);
    gap(GapKind.NO_ORDER_IN_FORCE, "", opened, opened);

    // 10:30. She asks for a smartwatch at A. That B's is kept for it is not enough: he has none.
    Instant asked = at("2021-07-05T10:30");
    none(GapKind.WATCH_NOT_ISSUED, before(asked));
    watches.ask(CASE, A, by(asked));
    Gap waiting = gap(GapKind.WATCH_NOT_ISSUED, "request 1", asked, asked);
    assertEquals("sw-7 is kept for it at jeju-west", waiting.detail());
    assertEquals(Optional.of(at("2021-07-08T10:30")), waiting.deadline());

    // 10:31. "We have none": refused, since there is one.
    refused(
        "a watch is available: sw-7 of Jeju West is kept for this request", at("2021-07-05T10:31"));

    // 11:00. Nobody is in charge after an hour.
    Instant leaderless = at("2021-07-05T11:00");
    none(GapKind.NO_OFFICER, before(leaderless));
    gap(GapKind.NO_OFFICER, "", leaderless, leaderless);

    // 6 July, 10:00. Nobody has assessed the danger within a day.
    Instant unassessed = at("2021-07-06T10:00");
    none(GapKind.NO_ASSESSMENT, before(unassessed));
    gap(GapKind.NO_ASSESSMENT, "", unassessed, unassessed);

    // 10:30. The family hasn't been told how the request stands.
    Instant untold = at("2021-07-06T10:30");
    none(GapKind.APPLICANT_UNTOLD, before(untold));
    gap(GapKind.APPLICANT_UNTOLD, "request 1", untold, untold);

    // 7 July, midnight. The court's order is in force, and cameras stand at the home.
    Instant ordered = at("2021-07-07T00:00");
    gap(GapKind.NO_ORDER_IN_FORCE, "", opened, before(ordered));
    order(ordered);
    Instant awake = at("2021-07-07T08:00");
    book.site(site(CameraState.LIVE, awake, Optional.empty(), awake), awake);
    none(GapKind.NO_ORDER_IN_FORCE, awake);
    none(GapKind.CAMERA_DOWN, awake);

    // 09:00. The camera goes dark.
    Instant dark = at("2021-07-07T09:00");
    book.site(site(CameraState.LIVE, awake, Optional.empty(), before(dark)), before(dark));
    none(GapKind.CAMERA_DOWN, before(dark));
    book.site(site(CameraState.BLACK, dark, Optional.empty(), dark), dark);
    gap(GapKind.CAMERA_DOWN, "door", dark, dark);

    // 09:00:30. Nobody sits at the page.
    Instant alone = at("2021-07-07T09:00:30");
    none(GapKind.NO_OPERATOR, before(alone));
    book.site(site(CameraState.BLACK, dark, Optional.of(alone), alone), alone);
    gap(GapKind.NO_OPERATOR, "", alone, alone);

    // 09:01:30. The site has said nothing for a minute: nobody looks at its cameras at all.
    Instant silent = at("2021-07-07T09:01:30");
    none(GapKind.SITE_SILENT, before(silent));
    gap(GapKind.SITE_SILENT, "", silent, silent);
    gap(GapKind.CAMERA_DOWN, "door", dark, silent);
    gap(GapKind.NO_OPERATOR, "", alone, silent);

    // 8 July, 10:30. 72 hours after it was asked for the watch is no delay any more but a danger.
    Instant late = at("2021-07-08T10:30");
    gap(GapKind.WATCH_NOT_ISSUED, "request 1", asked, before(late));
    none(GapKind.WATCH_NOT_ISSUED_LONG, before(late));
    gap(GapKind.WATCH_NOT_ISSUED_LONG, "request 1", asked, late);
    none(GapKind.WATCH_NOT_ISSUED, late);

    // 9 July. B sends it, A has it; he still has none.
    watches.send(WATCH, A, by(at("2021-07-09T09:00")));
    assertEquals(
        "sw-7 is kept for it at jeju-west, on its way to jeju-east",
        gap(GapKind.WATCH_NOT_ISSUED_LONG, "request 1", asked, at("2021-07-09T09:00")).detail());
    watches.arrived(WATCH, by(at("2021-07-09T11:00")));
    gap(GapKind.WATCH_NOT_ISSUED_LONG, "request 1", asked, at("2021-07-09T11:00"));

    // 12:00. He gets it, and nobody has registered it: pressed, it would call nobody.
    Instant issued = at("2021-07-09T12:00");
    none(GapKind.WATCH_UNREGISTERED, before(issued));
    watches.issue(REQUEST, new Handing("student card", true, true), by(issued));
    gap(GapKind.WATCH_UNREGISTERED, "sw-7", issued, issued);
    none(GapKind.WATCH_NOT_ISSUED_LONG, issued);

    // 15 July, 16:00. It is registered at last.
    Instant registered = at("2021-07-15T16:00");
    gap(GapKind.WATCH_UNREGISTERED, "sw-7", issued, before(registered));
    watches.registered(WATCH, "112-4711", by(registered));
    none(GapKind.WATCH_UNREGISTERED, registered);

    // 16 July, 12:00. For a week nobody has looked whether he wears it.
    Instant unseen = at("2021-07-16T12:00");
    none(GapKind.WEARING_CHECK_OVERDUE, before(unseen));
    gap(GapKind.WEARING_CHECK_OVERDUE, "sw-7", unseen, unseen);

    // 17 July, 14:00. The respondent gets out. Neither the boy nor the officer has heard of it.
    Instant released = at("2021-07-17T14:00");
    none(GapKind.NOTICE_UNCONFIRMED, before(released));
    none(GapKind.OFFICER_UNTOLD, before(released));
    CustodyEvent out =
        new CustodyEvent("moj-1", new RespondentId("r"), CustodyKind.RELEASED, released);
    assertEquals(List.of(CASE), notices.report(out, by(released)));
    gap(GapKind.NOTICE_UNCONFIRMED, "notice 1", released, released);
    gap(GapKind.OFFICER_UNTOLD, "notice 1", released, released);

    // 18 July, 14:00. Only what is proven to have been heard ends that.
    Instant heard = at("2021-07-18T14:00");
    gap(GapKind.NOTICE_UNCONFIRMED, "notice 1", released, before(heard));
    notices.saidInPerson(CASE, 1, Recipient.PROTECTED_PERSON, "signed by his mother", by(heard));
    none(GapKind.NOTICE_UNCONFIRMED, heard);
    gap(GapKind.OFFICER_UNTOLD, "notice 1", released, heard);
    gap(GapKind.NO_ASSESSMENT, "", unassessed, heard);
  }

  @Test
  void aWatchThatComesBackIsKeptForWhoWaitsTheMomentItIsFree() {
    begin(at("2021-07-01T09:00"));
    watches.receive(WATCH, B, "model", "1", by(at("2021-07-01T09:00")));

    // B's only watch is with somebody else.
    CaseId other = new CaseId("jeju-0");
    cases.open(
        other,
        new ProtectedPersonId("other"),
        Set.of(),
        Offence.STALKING,
        B,
        OptionalInt.empty(),
        by(at("2021-07-02T09:00")));
    watches.ask(other, B, by(at("2021-07-02T09:00")));
    watches.issue(
        new RequestKey(other, 1),
        new Handing("identity card", true, true),
        by(at("2021-07-02T10:00")));

    // The mother asks at A: nobody within reach has one, and the gap says so.
    open(at("2021-07-05T10:00"));
    Instant asked = at("2021-07-05T10:30");
    watches.ask(CASE, A, by(asked));
    assertEquals(
        "no station within reach has one",
        gap(GapKind.WATCH_NOT_ISSUED, "request 1", asked, asked).detail());
    assertEquals(List.of(), watches.offers(A));

    // The other person brings it back: the same instant it is kept for the boy.
    Instant back = at("2021-07-06T17:00");
    assertEquals(
        "no station within reach has one",
        gap(GapKind.WATCH_NOT_ISSUED, "request 1", asked, before(back)).detail());
    watches.returned(WATCH, B, by(back));
    assertEquals(
        "sw-7 is kept for it at jeju-west",
        gap(GapKind.WATCH_NOT_ISSUED, "request 1", asked, back).detail());
    refused("a watch is available: sw-7 of Jeju West is kept for this request", back);
  }

  @Test
  void aWatchThatWasKeptForACaseIsKeptForTheNextWhenThatCaseIsClosed() {
    begin(at("2021-07-01T09:00"));
    watches.receive(WATCH, B, "model", "1", by(at("2021-07-01T09:00")));
    CaseId other = new CaseId("jeju-0");
    cases.open(
        other,
        new ProtectedPersonId("other"),
        Set.of(),
        Offence.STALKING,
        B,
        OptionalInt.empty(),
        by(at("2021-07-02T09:00")));
    watches.ask(other, B, by(at("2021-07-02T09:00")));
    open(at("2021-07-05T10:00"));
    Instant asked = at("2021-07-05T10:30");
    watches.ask(CASE, A, by(asked));
    gap(GapKind.WATCH_NOT_ISSUED, "request 1", asked, asked);
    cases.close(other, "moved abroad", by(at("2021-07-05T11:00")));
    assertEquals(
        "sw-7 is kept for it at jeju-west",
        gap(GapKind.WATCH_NOT_ISSUED, "request 1", asked, at("2021-07-05T11:00")).detail());
  }

  private void begin(Instant now) {
    watches.place(A, "Jeju East", new GeoPoint(33.50, 126.58), by(now));
    watches.place(B, "Jeju West", new GeoPoint(33.41, 126.26), by(now));
    book.begin(List.of(), List.of(), false, SiteView.NONE, now);
  }

  private void open(Instant now) {
    cases.open(
        CASE,
        BOY,
        Set.of(new RespondentId("r")),
        Offence.DOMESTIC_VIOLENCE,
        A,
        OptionalInt.of(2005),
        by(now));
  }

  private void order(Instant from) {
    book.orders(
        List.of(
            OrderFiles.issued(
                "order-1",
                "r",
                Set.of(BOY),
                Set.of(HOME),
                new Validity(from, from.plus(OrderFiles.LENGTH)))),
        from);
  }

  /** One camera at the home, a good face to look for, and who sits at the page or nobody. */
  private static SiteView site(
      CameraState state, Instant since, Optional<Instant> nobody, Instant pulse) {
    return new SiteView(
        Map.of(HOME, List.of(new CameraCover(DOOR, state, CameraCover.Fitness.PROVEN, since))),
        Map.of(),
        Map.of(new OrderId("order-1"), FaceCover.GOOD),
        Map.of(),
        nobody.stream().map(from -> new HouseFault(GapKind.NO_OPERATOR, "", from)).toList(),
        Optional.of(pulse));
  }

  private void refused(String why, Instant now) {
    WatchRefusal refusal =
        assertThrows(
            WatchRefusal.class,
            () -> watches.close(REQUEST, RequestClosing.NONE_AVAILABLE, "none here", by(now)));
    assertEquals(why, refusal.getMessage());
  }

  private Gap gap(GapKind kind, String about, Instant since, Instant now) {
    List<Gap> its = gaps(kind, now).stream().filter(gap -> gap.about().equals(about)).toList();
    assertTrue(!its.isEmpty(), () -> "no %s at %s".formatted(kind, now));
    assertEquals(Set.of(since), Set.copyOf(its.stream().map(Gap::since).toList()), kind::name);
    return its.getFirst();
  }

  private void none(GapKind kind, Instant now) {
    assertEquals(List.of(), gaps(kind, now));
  }

  private List<Gap> gaps(GapKind kind, Instant now) {
    return book.line(CASE, now).orElseThrow().gaps().stream()
        .filter(gap -> gap.kind() == kind)
        .toList();
  }

  private static Deed by(Instant now) {
    return new Deed(new Actor(new UserId("kim"), Role.OFFICER), now);
  }

  private static Instant before(Instant instant) {
    return instant.minusNanos(1);
  }

  /** Seoul's clock. */
  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SEOUL).toInstant();
  }
}
