package org.haetae.casework.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.Alerts;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.office.Office;
import org.haetae.casework.register.BlindIndex;
import org.haetae.casework.register.Entry;
import org.haetae.casework.register.Normal;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.Marked;
import org.haetae.casework.vault.SealedStore;
import org.haetae.domain.alert.Severity;
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
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SubjectAccessTest {
  private static final CaseId CASE = new CaseId("case-0");
  private static final RespondentId RESPONDENT = new RespondentId("respondent-of-case-0");

  @TempDir Path folder;
  private SealedStore sealed;
  private Store store;
  private SubjectAccess access;

  @BeforeEach
  void open() {
    sealed =
        SealedStore.open(
            new Database.Sqlite(folder.resolve("haetae.db")),
            new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key")),
            () -> Marked.NOW);
    store = sealed.store();
    Office office = Marked.fill(store, 2);
    store.run(
        in -> {
          in.orders()
              .add(
                  OrderFiles.issued(
                      "order-9",
                      RESPONDENT.value(),
                      Set.of(new ProtectedPersonId("person-of-case-0")),
                      Set.of(new PlaceId("secret-shelter")),
                      new Validity(Marked.NOW, Marked.NOW.plus(OrderFiles.LENGTH))),
                  Marked.NOW);
        });
    RegisterDesk register =
        new RegisterDesk(store, new BlindIndex(sealed.ring().blindIndex()), Normal.korea());
    put(register, Owner.of(CASE), "Yun Sora", "12 Hidden Road");
    put(register, Owner.of(RESPONDENT), "Han Dok", "7 Known Street");
    put(register, Owner.of(new CaseId("case-1")), "Someone Else", "9 Other Road");
    access = new SubjectAccess(office, store, register);
  }

  private static void put(RegisterDesk register, Owner owner, String name, String address) {
    register.put(
        owner, new Entry(name, address, List.of("010-1234-5678"), Optional.empty()), Marked.DEED);
  }

  @AfterEach
  void close() {
    sealed.close();
  }

  @Test
  void aRespondentReadsTheirOwnAndNothingThatLeadsToWhoIsProtected() {
    SubjectAnswer answer = access.of(RESPONDENT, Marked.DEED);
    String json = answer.kept().toString();
    assertTrue(answer.json().contains("Han Dok"));
    for (String own : List.of("Han Dok", "7 Known Street", "2026-cho-17", "STAY_AWAY")) {
      assertTrue(json.contains(own), own);
    }
    List<String> others = new ArrayList<>(Marked.WORDS);
    // The court's name is the order's, and theirs to read.
    others.remove("Seoul Central District");
    others.addAll(
        List.of(
            "Yun Sora",
            "12 Hidden Road",
            "person-of",
            "secret-shelter",
            "home",
            "school",
            "case-0",
            "case-1",
            Marked.STATION.value(),
            Marked.WATCH.value(),
            "Someone Else",
            "supervisor-oh",
            "DANGER",
            "HIGH",
            "37.",
            "126."));
    for (String other : others) {
      assertFalse(json.contains(other), other + " in " + json);
    }
  }

  /**
   * By asking again and again they could else learn whether a place that they went to is watched.
   */
  @Test
  void anAlertChangesNothingOfWhatTheyRead() {
    String before = access.of(RESPONDENT, Marked.DEED).json();
    EscalationPlan plan =
        new EscalationPlan(
            List.of(new Tier("first", Duration.ZERO, List.of("receiver"))), Duration.ofDays(1));
    IncidentDesk desk =
        new IncidentDesk(store, plan, DispatchRule.onePerson(), () -> Marked.NOW, () -> {});
    desk.take(List.of(Alerts.of(new UUID(2, 2), "order-9", Severity.DANGER)));
    assertEquals(2, store.read(in -> in.incidents().newest(9)).size());
    assertEquals(lines(before), lines(access.of(RESPONDENT, Marked.DEED).json()));
  }

  private static List<String> lines(String json) {
    return json.lines().map(line -> line.replace(",", "")).sorted().toList();
  }

  @Test
  void aProtectedPersonReadsTheirCaseAndNotWhoTheRespondentIs() {
    String json = access.of(CASE, Marked.DEED).json();
    for (String own : List.of("Yun Sora", "12 Hidden Road", "STALKING", "Opened")) {
      assertTrue(json.contains(own), own);
    }
    for (String other :
        List.of("Han Dok", "7 Known Street", "respondent-of", "Someone Else", "supervisor-oh")) {
      assertFalse(json.contains(other), other);
    }
  }

  @Test
  void anOrderLeadsToItsRespondent() {
    SubjectAnswer answer = access.of(new OrderId("order-9"), Marked.DEED);
    assertEquals(access.of(RESPONDENT, Marked.DEED).json(), answer.json());
  }

  @Test
  void whoIsUnknownAndWhoMayNotAskAreRefused() {
    Deed officer = new Deed(new Actor(new UserId("lim"), Role.OFFICER), Marked.NOW);
    for (Executable asked :
        List.<Executable>of(
            () -> access.of(new RespondentId("none"), Marked.DEED),
            () -> access.of(new CaseId("none"), Marked.DEED),
            () -> access.of(new OrderId("none"), Marked.DEED),
            () -> access.of(RESPONDENT, officer),
            () -> access.of(new OrderId("order-9"), officer),
            () -> access.of(CASE, officer))) {
      assertThrows(SubjectRefusal.class, asked);
    }
    // Named by a case alone, with no order and no name of their own.
    assertTrue(
        access.of(new RespondentId("respondent-of-case-1"), Marked.DEED).json().length() > 2);
  }

  @Test
  void thatItWasAskedIsInTheTrail() {
    var _ = access.of(RESPONDENT, Marked.DEED);
    var _ = access.of(CASE, Marked.DEED);
    assertEquals(
        List.of(RESPONDENT.value(), CASE.value()),
        store.read(in -> in.audit().after(0, 9999)).stream()
            .map(record -> record.entry().note())
            .filter(note -> note.act() == AuditAct.EXPORT)
            .map(note -> note.subject().id())
            .toList());
  }
}
