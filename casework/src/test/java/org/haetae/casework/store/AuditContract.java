package org.haetae.casework.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.haetae.casework.audit.Acting;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditActor;
import org.haetae.casework.audit.AuditFilter;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditRecord;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.audit.ChainCheck;
import org.haetae.casework.audit.Link;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.ledger.Entry;
import org.haetae.casework.ledger.Subject;
import org.haetae.casework.risk.RiskFact;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.StaffFact.Trained;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.Test;

/** What every database must do with the audit trail. */
abstract class AuditContract {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00.123456Z");
  private static final UserId KIM = new UserId("kim");
  private static final CaseId CASE = new CaseId("case-1");

  abstract Store store();

  /** Does to the database what only its owner can. */
  abstract void sql(String statement) throws Exception;

  private List<AuditRecord> trail() {
    return store().read(in -> in.audit().after(0, Integer.MAX_VALUE));
  }

  private List<String> told() {
    return trail().stream()
        .map(AuditRecord::entry)
        .map(
            entry ->
                "%s: %s %s %s%s [%s]"
                    .formatted(
                        entry.note().actor(),
                        entry.note().act(),
                        entry.note().subject().kind(),
                        entry.note().subject().id(),
                        entry.note().within().map(whole -> " of " + whole.id()).orElse(""),
                        entry.note().detail()))
        .toList();
  }

  private void assertWhole(int entries) {
    ChainCheck check = ChainCheck.fromTheBeginning();
    AuditTable.Head head = store().read(in -> in.audit().head()).orElseThrow();
    check.witness(head.number(), head.hash(), "the database");
    store().read(in -> in.audit().links(0, Integer.MAX_VALUE)).forEach(check::take);
    assertEquals(List.of(), check.end());
    assertEquals(entries, check.last());
    assertEquals(entries, head.number());
  }

  private void note(AuditAct act, AuditSubject subject, String detail) {
    store().run(in -> in.audit().note(AuditNote.of(act, subject, detail)));
  }

  private static Entry fact(int number) {
    return new Entry(
        new Subject(Subject.Kind.STAFF, "lee"),
        number,
        Optional.empty(),
        new Trained(NOW, KIM, "m-" + number));
  }

  @Test
  void anEmptyTrailIsWhole() {
    assertWhole(0);
    assertEquals(Link.GENESIS, store().read(in -> in.audit().head()).orElseThrow().hash());
  }

  @Test
  void aNoteComesBackAsItWas() {
    AuditNote note =
        new AuditNote(
            AuditActor.machine(new Actor(KIM, Role.SUPERVISOR)),
            AuditAct.READ,
            AuditSubject.photograph("p'1"),
            Optional.of(AuditSubject.of(CASE)),
            "한 글 \"quoted\"");
    store().run(in -> in.audit().note(note));
    assertEquals(note, trail().getFirst().entry().note());
    assertWhole(1);
  }

  @Test
  void aFactLeavesAnEntryInItsOwnTransaction() {
    Entry raised =
        new Entry(
            new Subject(Subject.Kind.WATCH, "W-1"),
            1,
            Optional.of(CASE),
            new Trained(NOW, KIM, "x"));
    long read = new StoredLedger(store()).append(List.of(fact(1), raised), 0);
    assertEquals(
        List.of(
            "kim: WRITE USER lee [StaffFact.Trained, position 1]",
            "kim: WRITE WATCH W-1 of case-1 [StaffFact.Trained, position 2]"),
        told());
    Acting.<Long, RuntimeException>as(
        AuditActor.user(new Actor(KIM, Role.OFFICER)),
        () -> new StoredLedger(store()).append(List.of(fact(2)), read));
    assertEquals(Optional.of(Role.OFFICER), trail().getLast().entry().note().actor().role());
    Acting.<Long, RuntimeException>as(
        AuditActor.account("root"),
        () -> new StoredLedger(store()).append(List.of(fact(3)), read + 1));
    assertEquals(
        "kim: WRITE USER lee [StaffFact.Trained, position 4, entered by the machine's account"
            + " root]",
        told().getLast());
    assertWhole(4);
  }

  @Test
  void aFactOfTheClockIsTheHousesOwn() {
    Entry entry =
        new Entry(
            new Subject(Subject.Kind.CASE, "case-1"),
            1,
            Optional.of(CASE),
            new RiskFact.Raised(NOW, Actor.CLOCK.user(), RiskGrade.HIGH, "x"));
    new StoredLedger(store()).append(List.of(entry), 0);
    assertEquals(
        List.of("the house itself: WRITE CASE case-1 [RiskFact.Raised, position 1]"), told());
  }

  /** What wasn't written leaves neither an entry nor a gap. */
  @Test
  void aWriteThatFailsLeavesNothing() {
    note(AuditAct.READ, AuditSubject.of(CASE), "before");
    assertThrows(
        IllegalStateException.class,
        () ->
            store()
                .run(
                    in -> {
                      in.ledger().append(List.of(fact(1)), 0);
                      throw new IllegalStateException("half way");
                    }));
    assertThrows(
        RuntimeException.class,
        () -> new StoredLedger(store()).append(List.of(fact(1), fact(3)), 0));
    note(AuditAct.READ, AuditSubject.of(CASE), "after");
    assertWhole(2);
  }

  @Test
  void whatCanNotBeAuditedIsNotWritten() throws Exception {
    sql("DELETE FROM audit_head");
    assertThrows(StoreException.class, () -> new StoredLedger(store()).append(List.of(fact(1)), 0));
    assertEquals(List.of(), new StoredLedger(store()).after(0, 9));
  }

  @Test
  void whoeverStepsAtAnIncidentIsTold() {
    AlertJoined alert = new AlertJoined(NOW, UUID.randomUUID(), Severity.WARNING);
    Incident first =
        Incident.opened(
            new IncidentId(UUID.randomUUID()), new Approach(new OrderId("order-1")), alert);
    IncidentEvent seen = new IncidentEvent.Acknowledged(NOW, KIM);
    IncidentEvent told = new IncidentEvent.Escalated(NOW, 1);
    IncidentEvent over = new IncidentEvent.Resolved(NOW, KIM, "words about a person");
    store()
        .run(
            in -> {
              in.incidents().add(first, alert, Optional.empty());
              in.incidents().save(first, told, Optional.empty());
              in.incidents().save(first, seen, Optional.empty());
              in.incidents().save(first, over, Optional.empty());
            });
    String of = "INCIDENT %s of order-1".formatted(first.id());
    assertEquals(
        List.of(
            "kim: WRITE %s [ACKNOWLEDGED]".formatted(of), "kim: WRITE %s [RESOLVED]".formatted(of)),
        told());
    assertWhole(2);
  }

  @Test
  void whatIsThereIsNeitherChangedNorTakenAway() throws Exception {
    note(AuditAct.READ, AuditSubject.of(CASE), "one");
    note(AuditAct.READ, AuditSubject.of(CASE), "two");
    for (String attempt :
        List.of(
            "UPDATE audit_entry SET detail = 'x'",
            "UPDATE audit_entry SET detail = 'x' WHERE number = 1",
            "DELETE FROM audit_entry",
            "DELETE FROM audit_entry WHERE number = 2")) {
      Exception refused = assertThrows(Exception.class, () -> sql(attempt), attempt);
      assertTrue(String.valueOf(refused.getMessage()).contains("only ever added to"), attempt);
    }
    assertEquals(List.of("one", "two"), details(AuditFilter.ALL, Long.MAX_VALUE).reversed());
    assertWhole(2);
  }

  @Test
  void manyWhoWriteAtOnceMakeOneChain() throws Exception {
    int writers = 8;
    int each = 25;
    CountDownLatch together = new CountDownLatch(writers);
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String name = "writer-" + writer;
        all.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  for (int i = 0; i < each; i++) {
                    note(AuditAct.READ, AuditSubject.part(name), String.valueOf(i));
                  }
                  return name;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertWhole(writers * each);
    for (int writer = 0; writer < writers; writer++) {
      AuditFilter own = about("writer-" + writer);
      assertEquals(
          Stream.iterate(0, i -> i + 1).limit(each).map(String::valueOf).toList(),
          details(own, Long.MAX_VALUE).reversed());
    }
  }

  private static AuditFilter about(String id) {
    return new AuditFilter(Optional.empty(), Optional.of(id), Optional.empty(), Optional.empty());
  }

  private List<String> details(AuditFilter filter, long before) {
    return store().read(in -> in.audit().newest(filter, before, 1000)).stream()
        .map(record -> record.entry().note().detail())
        .toList();
  }

  @Test
  void whatIsWantedIsFoundWhereverItStands() {
    AuditSubject list = new AuditSubject(AuditSubject.Kind.LIST, "GET /");
    note(AuditAct.READ, AuditSubject.of(CASE), "itself");
    note(AuditAct.READ, AuditSubject.of(new CaseId("case-12")), "another");
    note(AuditAct.READ, list, "case-12 case-3");
    note(AuditAct.READ, list, "case-2 case-1 case-3");
    store()
        .run(
            in ->
                in.audit()
                    .note(
                        AuditNote.by(KIM, AuditAct.READ, AuditSubject.photograph("p"), "within")
                            .within(AuditSubject.of(CASE))));
    assertEquals(
        List.of("within", "case-2 case-1 case-3", "itself"),
        details(about("case-1"), Long.MAX_VALUE));
    assertEquals(List.of("itself"), details(about("case-1"), 4));
    AuditFilter kims =
        new AuditFilter(Optional.of("kim"), Optional.empty(), Optional.empty(), Optional.empty());
    assertEquals(List.of("within"), details(kims, Long.MAX_VALUE));
    Instant third = trail().get(2).entry().at();
    AuditFilter until =
        new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(third));
    for (AuditFilter filter : List.of(about("case-3"), kims, until, AuditFilter.ALL)) {
      assertEquals(
          trail().reversed().stream()
              .filter(record -> filter.wants(record.entry()))
              .map(record -> record.entry().note().detail())
              .toList(),
          details(filter, Long.MAX_VALUE));
    }
  }
}
