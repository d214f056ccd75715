package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.haetae.casework.casefile.CaseFact.Assigned;
import org.haetae.casework.ledger.Entry;
import org.haetae.casework.ledger.Ledger;
import org.haetae.casework.ledger.LedgerConflict;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.ledger.Subject;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.StationFact.Placed;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfficeTest {
  private static final Plan KOREA = PlanReader.korea();
  private static final UserId KIM = new UserId("kim");
  private static final UserId LEE = new UserId("lee");
  private static final Instant NOW = Instant.parse("2028-02-29T03:00:00Z");
  private static final StationId JONGNO = new StationId("jongno");
  private static final StationId MAPO = new StationId("mapo");
  private static final GeoPoint SEOUL = new GeoPoint(37.57, 126.98);
  private static final CaseId ONE = new CaseId("one");
  private static final CaseId TWO = new CaseId("two");
  private static final CaseId THREE = new CaseId("three");
  private static final WatchSerial W1 = new WatchSerial("w1");
  private static final WatchSerial W2 = new WatchSerial("w2");
  private static final Handing HANDING = new Handing("card", true, true);

  private final MemoryLedger inner = new MemoryLedger();
  private final TroubledLedger ledger = new TroubledLedger(inner);
  private final Desks here = Desks.over(ledger, KOREA);

  /** Another process on the same ledger, which is never in trouble. */
  private final Desks there = Desks.over(inner, KOREA);

  private final List<Set<CaseId>> heard = new ArrayList<>();

  @BeforeEach
  void twoCasesAtOneStation() {
    here.watches().place(JONGNO, "Jongno", SEOUL, at(0));
    open(ONE, at(1));
    open(TWO, at(2));
    here.office().listen(heard::add);
  }

  @Test
  void whoIsTooLateLooksAgainAndDecidesAnew() {
    here.watches().receive(W1, JONGNO, "model", "1.0", at(3));
    ledger.once(() -> there.watches().ask(TWO, JONGNO, at(4)));

    here.watches().ask(ONE, JONGNO, at(5));

    assertTrue(request(ONE).waits(), "the only watch was promised to the other");
    assertEquals(W1, request(TWO).watch().orElseThrow());
    assertAllAgree();
  }

  @Test
  void aStepRunsAnewOnTheNewestState() {
    List<Integer> seen = new ArrayList<>();
    ledger.once(() -> there.cases().contacts(ONE, List.of(), at(3)));
    Subject one = new Subject(Subject.Kind.CASE, ONE.value());

    here.office()
        .run(
            change -> {
              seen.add(change.files().number(one));
              change.add(ONE, new Assigned(NOW, KIM, LEE));
            });

    assertEquals(List.of(1, 2), seen);
    assertAllAgree();
  }

  @Test
  void whoIsAlwaysTooLateIsToldAndNothingHasChanged() {
    ledger.always(() -> there.cases().contacts(ONE, List.of(), at(3)));

    assertThrows(LedgerConflict.class, () -> here.watches().ask(ONE, JONGNO, at(4)));

    here.office().catchUp();
    assertAllAgree();
    assertEquals(List.of(), here.office().look(files -> files.find(ONE).orElseThrow().requests()));
  }

  @Test
  void whatAnotherProcessWritesBetweenLookingAndWritingIsNotMissed() {
    ledger.once(() -> there.watches().receive(W1, JONGNO, "model", "1.0", at(3)));

    here.watches().place(MAPO, "Mapo", SEOUL, at(4));

    assertTrue(here.office().look(files -> files.watch(W1)).isPresent());
    assertAllAgree();
    here.watches().ask(ONE, JONGNO, at(5));
    assertEquals(W1, request(ONE).watch().orElseThrow());
  }

  @Test
  void whatAnotherProcessWritesBetweenLookingAndWritingIsTold() {
    ledger.once(() -> there.cases().contacts(TWO, List.of(), at(3)));

    here.cases().contacts(ONE, List.of(), at(4));

    Set<CaseId> all = new HashSet<>();
    heard.forEach(all::addAll);
    assertEquals(Set.of(ONE, TWO), all);
  }

  /** Each would write something of another kind down. */
  static List<Consumer<Desks>> changes() {
    return List.of(
        desks -> desks.watches().place(MAPO, "Mapo", SEOUL, at(9)),
        desks -> desks.watches().place(JONGNO, "Jongno", new GeoPoint(35, 129), at(9)),
        desks -> desks.watches().receive(W2, JONGNO, "model", "1.0", at(9)),
        desks -> desks.watches().ask(TWO, JONGNO, at(9)),
        desks -> desks.watches().issue(new RequestKey(ONE, 1), HANDING, at(9)),
        desks -> desks.watches().lost(W1, "on the train", at(9)),
        desks -> desks.watches().send(W1, JONGNO, at(9)),
        desks ->
            desks
                .watches()
                .close(new RequestKey(ONE, 1), RequestClosing.WITHDRAWN, "no need", at(9)),
        desks -> desks.cases().close(ONE, "moved abroad", at(9)),
        desks -> desks.cases().post(LEE, Role.OFFICER, JONGNO, at(9)),
        desks -> desks.cases().trained(LEE, "risk-checklist", at(9)),
        desks -> desks.cases().trained(KIM, "risk-checklist", at(9)),
        desks -> open(desks, THREE, at(9)));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aLedgerThatFailsLeavesNothingChanged(Consumer<Desks> change) {
    here.cases().post(KIM, Role.OFFICER, JONGNO, at(3));
    here.watches().place(MAPO, "Mapo", SEOUL, at(3));
    here.watches().receive(W1, MAPO, "model", "1.0", at(4));
    here.watches().ask(ONE, JONGNO, at(5));
    OfficeState before = OfficeState.of(here.office());
    heard.clear();
    ledger.once(
        () -> {
          throw new IllegalStateException("the disk is full");
        });

    assertThrows(IllegalStateException.class, () -> change.accept(here));

    assertEquals(before, OfficeState.of(here.office()));
    assertAllAgree();
    assertEquals(List.of(), heard);
    change.accept(here);
    assertFalse(before.equals(OfficeState.of(here.office())), "it works once the disk is free");
    assertAllAgree();
  }

  @Test
  void aChangeThatIsRefusedHalfWayLeavesNothingChanged() {
    here.watches().receive(W1, JONGNO, "model", "1.0", at(3));
    here.watches().receive(W2, JONGNO, "model", "1.0", at(3));
    here.watches().ask(ONE, JONGNO, at(4));
    here.watches().ask(TWO, JONGNO, at(4));
    OfficeState before = OfficeState.of(here.office());
    heard.clear();

    assertThrows(Refusal.class, () -> here.watches().reserve(new RequestKey(ONE, 1), W2, at(5)));

    assertEquals(before, OfficeState.of(here.office()));
    assertEquals(List.of(), heard);
    assertAllAgree();
  }

  @Test
  void listenersHearOfTheCasesThatAWatchConcerns() {
    here.watches().receive(W1, JONGNO, "model", "1.0", at(3));
    assertEquals(List.of(), heard, "a watch in stock is nobody's");

    here.watches().ask(ONE, JONGNO, at(4));
    here.watches().issue(new RequestKey(ONE, 1), HANDING, at(5));
    here.watches().registered(W1, "112-7", at(6));
    here.watches().ask(TWO, JONGNO, at(7));
    assertEquals(List.of(Set.of(ONE), Set.of(ONE), Set.of(ONE), Set.of(TWO)), heard);

    heard.clear();
    here.watches().returned(W1, JONGNO, at(8));
    assertEquals(List.of(Set.of(ONE, TWO)), heard, "the one gave it back, the other gets it");
  }

  @Test
  void listenersHearOfAllCasesThatSomebodyLeads() {
    here.cases().post(KIM, Role.OFFICER, JONGNO, at(3));
    for (String module : List.of("victim-protection", "risk-checklist", "watch-handing")) {
      here.cases().trained(KIM, module, at(3));
    }
    here.cases().assign(ONE, KIM, at(4));
    here.cases().assign(TWO, KIM, at(4));
    heard.clear();

    here.cases().left(KIM, at(5));

    assertEquals(List.of(Set.of(ONE, TWO)), heard);
  }

  @Test
  void listenersHearWhatAnotherProcessHasDone() {
    there.cases().contacts(TWO, List.of(), at(3));
    assertEquals(List.of(), heard);

    here.office().catchUp();
    here.office().catchUp();

    assertEquals(List.of(Set.of(TWO)), heard);
  }

  @Test
  void listenersHearNothingOfARefusal() {
    assertThrows(Refusal.class, () -> here.watches().ask(ONE, MAPO, at(3)));

    assertEquals(List.of(), heard);
  }

  @Test
  void aLongLedgerIsReadToItsEnd() {
    for (int size : new int[] {9_999, 10_000, 10_001, 20_000}) {
      Ledger longer = new MemoryLedger();
      Subject station = new Subject(Subject.Kind.STATION, JONGNO.value());
      var _ =
          longer.append(
              IntStream.rangeClosed(1, size)
                  .mapToObj(
                      number ->
                          new Entry(
                              station,
                              number,
                              Optional.empty(),
                              new Placed(NOW, KIM, "name " + number, SEOUL)))
                  .toList(),
              0);

      assertEquals(
          "name " + size,
          new Office(longer).look(files -> files.stock().station(JONGNO)).orElseThrow().name());
    }
  }

  private void open(CaseId id, Deed deed) {
    open(here, id, deed);
  }

  private static void open(Desks desks, CaseId id, Deed deed) {
    desks
        .cases()
        .open(
            id,
            new ProtectedPersonId("person-" + id),
            Set.of(new RespondentId("respondent")),
            Offence.STALKING,
            JONGNO,
            OptionalInt.empty(),
            deed);
  }

  private WatchRequest request(CaseId id) {
    return here.office().look(files -> files.find(id).orElseThrow().request(1));
  }

  private void assertAllAgree() {
    there.office().catchUp();
    assertEquals(OfficeState.of(there.office()), OfficeState.of(here.office()));
    assertEquals(OfficeState.of(new Office(inner)), OfficeState.of(here.office()));
  }

  private static Deed at(int minutes) {
    return new Deed(new Actor(KIM, Role.SUPERVISOR), NOW.plus(Duration.ofMinutes(minutes)));
  }
}
