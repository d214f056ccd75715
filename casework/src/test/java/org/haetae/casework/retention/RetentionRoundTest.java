package org.haetae.casework.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.delivery.Outbox.Outcome;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.erasure.Erasing;
import org.haetae.casework.erasure.ErasureRefusal;
import org.haetae.casework.ledger.Recorded;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.register.BlindIndex;
import org.haetae.casework.register.Entry;
import org.haetae.casework.register.Normal;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.KeyStatus;
import org.haetae.casework.vault.Marked;
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.vault.SealedStore;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Validity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionRoundTest {
  private static final CaseId CASE = new CaseId("case-9");
  private static final CaseId OTHER = new CaseId("case-1");
  private static final OrderId ORDER = new OrderId("order-9");
  private static final RespondentId RESPONDENT = new RespondentId("respondent-of-case-9");
  private static final Instant ENDS = Marked.NOW.plus(Duration.ofDays(200));

  /** The first moment at which case and order are due: three years after the order's end. */
  private static final Instant DUE = Instant.parse("2029-09-17T15:00:00Z");

  @TempDir Path folder;
  private SealedStore sealed;
  private KeyFolder photographKeys;
  private Store store;
  private Office office;
  private PhotographVault photographs;
  private RegisterDesk register;
  private RetentionRound round;
  private HoldDesk holds;
  private Instant now = Marked.NOW;
  private String photograph = "";

  @BeforeEach
  void open() {
    opened();
    Marked.fill(store, 2);
    Marked.open(office, CASE.value());
    new CaseDesk(office, PlanReader.korea()).close(CASE, "closing-marker", Marked.DEED);
    store.run(
        in -> {
          in.orders()
              .add(
                  OrderFiles.issued(
                      ORDER.value(),
                      RESPONDENT.value(),
                      Set.of(new ProtectedPersonId("person-of-case-9")),
                      Set.of(new PlaceId("place-marker")),
                      new Validity(Marked.NOW, ENDS)),
                  Marked.NOW);
        });
    photograph = photographs.seal(CASE, "picture".getBytes(StandardCharsets.UTF_8), Marked.DEED);
    for (Owner owner : List.of(Owner.of(CASE), Owner.of(RESPONDENT), Owner.of(OTHER))) {
      register.put(owner, new Entry("Kim", "", List.of(), Optional.empty()), Marked.DEED);
    }
  }

  private void opened() {
    sealed = SealedStore.open(database(), places(), () -> now);
    store = sealed.store();
    photographKeys = KeyFolder.open(places().photographs(), places().master());
    photographs = new PhotographVault(store, photographKeys);
    office = new Office(new StoredLedger(store));
    register = new RegisterDesk(store, new BlindIndex(sealed.ring().blindIndex()), Normal.korea());
    round =
        new RetentionRound(
            office,
            store,
            new Erasing(office, store, sealed.ring(), photographs),
            RetentionRulesReader.korea(),
            () -> now);
    holds = new HoldDesk(office, store);
  }

  private KeyPlaces places() {
    return new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key"));
  }

  /** The same each time it is asked for. */
  Database database() {
    return new Database.Sqlite(folder.resolve("haetae.db"));
  }

  @AfterEach
  void close() {
    photographKeys.close();
    sealed.close();
  }

  private void runAt(Instant when) {
    now = when;
    var _ = round.run();
  }

  private boolean isThere() {
    return office.<Boolean>look(files -> files.find(CASE).isPresent());
  }

  private Deed deed() {
    return new Deed(Marked.DEED.actor(), now);
  }

  private void allOfItIsGone() throws Exception {
    assertFalse(isThere());
    String readable = Marked.all(store);
    assertFalse(readable.contains("closing-marker"));
    assertFalse(readable.contains("place-marker"));
    assertEquals(Optional.empty(), photographs.open(CASE, photograph));
    assertEquals(Optional.empty(), store.read(in -> in.orders().find(ORDER)));
    for (Owner owner : List.of(Owner.of(CASE), Owner.of(RESPONDENT))) {
      assertEquals(Optional.empty(), register.find(owner));
      assertTrue(store.read(in -> in.erasures().find(owner)).orElseThrow().done().isPresent());
    }
    assertEquals(
        List.of(), Marked.found(folder, List.of("closing-marker", "place-marker", "picture")));
    assertTrue(register.find(Owner.of(OTHER)).isPresent());
    assertTrue(readable.contains("case-marker"), "others are whole");
  }

  @Test
  void aCaseGoesWithItsOrderAndItsNamesOnTheDayAndNotBefore() throws Exception {
    List<Recorded> others = store.read(in -> in.ledger().about(OTHER));
    long keys = KeyStatus.of(places()).erased();
    runAt(DUE.minusMillis(1));
    assertTrue(isThere());
    assertTrue(Marked.all(store).contains("closing-marker"));
    runAt(DUE);
    // A name may be needed for another case, so it has a time of its own, which is long over.
    allOfItIsGone();
    assertTrue(KeyStatus.of(places()).erased() >= keys + 3);
    assertEquals(others, store.read(in -> in.ledger().about(OTHER)));
    close();
    opened();
    allOfItIsGone();
    assertEquals(0, round.run());
  }

  @Test
  void eachEndIsInTheAuditTrail() {
    runAt(DUE);
    for (AuditSubject subject : List.of(AuditSubject.of(CASE), AuditSubject.of(ORDER))) {
      assertTrue(
          store.read(in -> in.audit().after(0, 9999)).stream()
              .map(record -> record.entry().note())
              .anyMatch(
                  note ->
                      note.act() == AuditAct.PURGE
                          && note.subject().equals(subject)
                          && note.detail().startsWith("erased")),
          subject.toString());
    }
  }

  @Test
  void whatACrashInterruptedTheNextRoundEnds() throws Exception {
    store.run(
        in -> {
          in.erasures().ask(Owner.of(CASE), Actor.CLOCK.user(), DUE);
        });
    sealed.ring().erase(Owner.of(CASE));
    close();
    opened();
    runAt(DUE);
    allOfItIsGone();
  }

  @Test
  void aHoldOnTheCaseOrOnItsOrderKeepsBothUntilItIsLifted() throws Exception {
    for (Owner held : List.of(Owner.of(CASE), Owner.of(ORDER))) {
      holds.place(held, "a court has asked for it", deed());
      runAt(DUE);
      assertTrue(isThere(), held.toString());
      assertTrue(store.read(in -> in.orders().find(ORDER)).isPresent(), held.toString());
      assertTrue(photographs.open(CASE, photograph).isPresent(), held.toString());
      assertEquals(Optional.of("a court has asked for it"), holds.all().getFirst().reason());
      holds.lift(held, deed());
    }
    assertEquals(List.of(), Marked.found(folder, List.of("a court has asked")));
    runAt(DUE);
    allOfItIsGone();
    assertTrue(holds.all().stream().allMatch(hold -> hold.reason().isEmpty()));
  }

  /** The round has decided, and then somebody places a hold. */
  @Test
  void aHoldThatComesBetweenCountsStill() {
    holds.place(Owner.of(ORDER), "a court has asked for it", deed());
    Erasing erasing = new Erasing(office, store, sealed.ring(), photographs);
    Deed later = new Deed(Actor.CLOCK, DUE);
    Set<Owner> near = Set.of(Owner.of(CASE), Owner.of(ORDER));
    assertThrows(ErasureRefusal.class, () -> erasing.erase(CASE, Set.of(), near, later));
    assertThrows(ErasureRefusal.class, () -> erasing.erase(CASE, Set.of(ORDER), later));
    assertThrows(ErasureRefusal.class, () -> erasing.erase(ORDER, Set.of(), later));
    assertEquals(List.of(), store.read(in -> in.erasures().open()));
    assertTrue(isThere());
  }

  @Test
  void aHoldNeedsASupervisorAReasonAndSomethingThatIsThere() {
    Owner on = Owner.of(CASE);
    Deed officer = new Deed(new Actor(new UserId("lim"), Role.OFFICER), now);
    assertThrows(HoldRefusal.class, () -> holds.place(on, "a court has asked", officer));
    assertThrows(HoldRefusal.class, () -> holds.place(on, "  because  ", deed()));
    for (Owner none : List.of(Owner.of(new CaseId("none")), Owner.of(RESPONDENT), Owner.HOUSE)) {
      assertThrows(HoldRefusal.class, () -> holds.place(none, "a court has asked", deed()));
    }
    assertThrows(HoldRefusal.class, () -> holds.lift(on, deed()));
    holds.place(on, "a court has asked", deed());
    assertThrows(HoldRefusal.class, () -> holds.place(on, "another has asked", deed()));
    assertThrows(HoldRefusal.class, () -> holds.lift(on, officer));
    holds.lift(on, deed());
    runAt(DUE);
    assertThrows(HoldRefusal.class, () -> holds.place(on, "it comes too late", deed()));
  }

  @Test
  void aPhotographGoesAfterThirtyDaysAndItsCaseStays() {
    Instant due = Instant.parse("2026-03-30T15:00:00Z");
    runAt(due.minusMillis(1));
    assertTrue(photographs.open(CASE, photograph).isPresent());
    holds.place(Owner.of(CASE), "a court has asked for it", deed());
    runAt(due);
    assertTrue(photographs.open(CASE, photograph).isPresent());
    holds.lift(Owner.of(CASE), deed());
    runAt(due);
    assertEquals(Optional.empty(), photographs.open(CASE, photograph));
    assertTrue(isThere());
  }

  @Test
  void whatWasSentGoesUnlessItWaitsOrIsHeld() {
    // Two orders' notices that are over, and one of a case that waits.
    store.run(
        in -> {
          in.outbox()
              .due("receiver", Queue.THREAT, now, 99)
              .forEach(parcel -> in.outbox().settle(List.of(new Outcome.Delivered(parcel.id()))));
          in.outbox().add("last", SampleNotices.sos(), now);
        });
    long sent = store.read(in -> in.outbox().count(ParcelState.DELIVERED));
    assertTrue(sent > 0);
    Instant due = Instant.parse("2026-03-31T15:00:00Z");
    holds.place(Owner.of(new OrderId("order-0")), "a court has asked for it", deed());
    runAt(due);
    assertEquals(sent, (long) store.read(in -> in.outbox().count(ParcelState.DELIVERED)));
    holds.lift(Owner.of(new OrderId("order-0")), deed());
    runAt(due.minusMillis(1));
    assertEquals(sent, (long) store.read(in -> in.outbox().count(ParcelState.DELIVERED)));
    runAt(due);
    assertEquals(0, (long) store.read(in -> in.outbox().count(ParcelState.DELIVERED)));
    assertEquals(2, (long) store.read(in -> in.outbox().count(ParcelState.WAITING)));
  }

  @Test
  void whereAWatchWasLastGoesOnceNobodyHasIt() {
    Instant due = Instant.parse("2026-03-08T15:00:00Z");
    runAt(due.minusMillis(1));
    assertEquals(1, store.read(in -> in.readings().watches()).size());
    runAt(due);
    assertEquals(0, store.read(in -> in.readings().watches()).size());
  }

  @Test
  void theReportCountsWhatIsThere() {
    RetentionReport before = report(Marked.NOW);
    RetentionReport.Line cases = line(before, KeptClass.CASE);
    assertEquals(Optional.of(3L), cases.count());
    assertEquals(2, cases.inUse());
    assertEquals(Optional.of(DUE), cases.next());
    assertEquals(0, cases.due());
    assertEquals(Optional.of(3L), line(before, KeptClass.ORDER).count());
    assertEquals(Optional.of(1L), line(before, KeptClass.PHOTOGRAPH).count());
    assertEquals(Optional.of(1L), line(before, KeptClass.RESPONDENT).count());
    assertEquals(Optional.empty(), line(before, KeptClass.PICTURE).count());
    RetentionReport later = report(DUE);
    assertEquals(1, line(later, KeptClass.CASE).due());
    holds.place(Owner.of(CASE), "a court has asked for it", deed());
    assertEquals(1, line(report(DUE), KeptClass.CASE).held());
    assertEquals(0, line(report(DUE), KeptClass.CASE).due());
    assertEquals(1, line(report(DUE), KeptClass.ORDER).held());
    holds.lift(Owner.of(CASE), deed());
    runAt(DUE);
    for (RetentionReport.Line line : report(DUE).lines()) {
      assertEquals(0, line.due(), line.toString());
    }
    assertEquals(Optional.of(2L), line(report(DUE), KeptClass.CASE).count());
    assertEquals(Optional.of(0L), line(report(DUE), KeptClass.PHOTOGRAPH).count());
  }

  private RetentionReport report(Instant when) {
    return RetentionReport.of(office, store, RetentionRulesReader.korea(), when);
  }

  private static RetentionReport.Line line(RetentionReport report, KeptClass what) {
    return report.lines().stream()
        .filter(line -> line.rule().what() == what)
        .findFirst()
        .orElseThrow();
  }
}
