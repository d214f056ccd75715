package org.haetae.casework.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.Alerts;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.erasure.Erasing;
import org.haetae.casework.erasure.ErasureRefusal;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
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
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.Marked;
import org.haetae.casework.vault.PhotographVault;
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
import org.junit.jupiter.api.io.TempDir;

/** A closed case with an order of its own, and an order that another, open case needs as well. */
class ErasureDeskTest {
  private static final Owner CASE = Owner.of(new CaseId("case-9"));
  private static final Owner OPEN = Owner.of(new CaseId("case-0"));
  private static final Owner OWN = Owner.of(new OrderId("order-own"));
  private static final Owner SHARED = Owner.of(new OrderId("order-shared"));
  private static final Owner RESPONDENT = Owner.of(new RespondentId("respondent-of-case-9"));
  private static final Instant ENDS = Marked.NOW.plus(Duration.ofDays(20));
  private static final Instant AFTER = ENDS.plus(Duration.ofDays(1));

  @TempDir Path folder;
  private SealedStore sealed;
  private KeyFolder photographKeys;
  private Store store;
  private Office office;
  private RegisterDesk register;
  private Erasing erasing;

  @BeforeEach
  void open() {
    KeyPlaces places = new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key"));
    sealed =
        SealedStore.open(
            new Database.Sqlite(folder.resolve("haetae.db")), places, () -> Marked.NOW);
    store = sealed.store();
    photographKeys = KeyFolder.open(places.photographs(), places.master());
    PhotographVault photographs = new PhotographVault(store, photographKeys);
    office = new Office(new StoredLedger(store));
    register = new RegisterDesk(store, new BlindIndex(sealed.ring().blindIndex()), Normal.korea());
    erasing = new Erasing(office, store, sealed.ring(), photographs);
    Marked.fill(store, 1);
    Marked.open(office, CASE.id());
    new CaseDesk(office, PlanReader.korea()).close(new CaseId("case-9"), "moved", Marked.DEED);
    order(OWN, "person-of-case-9");
    order(SHARED, "person-of-case-9", "person-of-case-0");
    for (String picture : List.of("one", "two")) {
      photographs.seal(new CaseId("case-9"), picture.getBytes(StandardCharsets.UTF_8), Marked.DEED);
    }
    for (Owner owner : List.of(CASE, RESPONDENT, OPEN)) {
      register.put(owner, new Entry("Kim", "", List.of(), Optional.empty()), Marked.DEED);
    }
  }

  private void order(Owner id, String... people) {
    Set<ProtectedPersonId> all =
        Set.copyOf(List.of(people).stream().map(ProtectedPersonId::new).toList());
    store.run(
        in -> {
          in.orders()
              .add(
                  OrderFiles.issued(
                      id.id(),
                      RESPONDENT.id(),
                      all,
                      Set.of(new PlaceId("home")),
                      new Validity(Marked.NOW, ENDS)),
                  Marked.NOW);
        });
  }

  @AfterEach
  void close() {
    photographKeys.close();
    sealed.close();
  }

  private ErasureDesk desk(RetentionRules rules) {
    return new ErasureDesk(office, store, erasing, rules);
  }

  private ErasurePlan erase(Owner of, Instant at) {
    return desk(RetentionRulesReader.korea()).erase(of, new Deed(Marked.DEED.actor(), at));
  }

  private void refused(String why, Owner of, Instant at) {
    ErasureRefusal refusal = assertThrows(ErasureRefusal.class, () -> erase(of, at));
    assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
    assertEquals(List.of(), store.read(in -> in.erasures().open()));
  }

  @Test
  void aCaseGoesWithItsOwnOrderAndLeavesWhatAnotherNeeds() {
    ErasurePlan plan =
        ErasurePlan.of(
            office,
            store,
            RetentionRulesReader.korea(),
            CASE,
            new Deed(Marked.DEED.actor(), AFTER));
    assertEquals(Set.of(new OrderId("order-own")), plan.orders());
    assertEquals(2, plan.photographs());
    assertTrue(plan.keptUntil().orElseThrow().isAfter(AFTER.plus(Duration.ofDays(1000))));
    assertTrue(register.find(CASE).isPresent(), "a plan changes nothing");
    assertEquals(plan, erase(CASE, AFTER));
    assertEquals(Optional.empty(), register.find(CASE));
    assertFalse(office.<Boolean>look(files -> files.find(new CaseId("case-9")).isPresent()));
    for (Owner gone : List.of(CASE, OWN)) {
      assertTrue(store.read(in -> in.erasures().find(gone)).orElseThrow().done().isPresent());
    }
    assertTrue(store.read(in -> in.orders().find(new OrderId("order-shared"))).isPresent());
    assertTrue(register.find(OPEN).isPresent());
    refused("nothing is kept about case-9", CASE, AFTER);
  }

  @Test
  void whatIsOpenStays() {
    refused("case case-0 is open", OPEN, AFTER);
    refused("order order-own has not ended", CASE, ENDS.minusMillis(1));
    refused("order order-own has not ended", OWN, ENDS.minusMillis(1));
    refused("case case-0 is open and needs order order-shared", SHARED, AFTER);
    refused("names respondent respondent-of-case-9", RESPONDENT, AFTER);
    refused("the house itself", Owner.HOUSE, AFTER);
    for (Owner none :
        List.of(
            Owner.of(new CaseId("none")),
            Owner.of(new OrderId("none")),
            Owner.of(new RespondentId("none")))) {
      refused("nothing is kept about none", none, AFTER);
    }
  }

  @Test
  void anIncidentThatNobodyHasClosedKeepsItsCaseAndOrder() {
    EscalationPlan plan =
        new EscalationPlan(
            List.of(new Tier("first", Duration.ZERO, List.of("receiver"))), Duration.ofDays(1));
    new IncidentDesk(store, plan, DispatchRule.onePerson(), () -> Marked.NOW, () -> {})
        .take(List.of(Alerts.of(new UUID(2, 2), OWN.id(), Severity.DANGER)));
    for (Owner of : List.of(CASE, OWN)) {
      refused(of.id() + " has an incident that nobody has closed", of, AFTER);
    }
  }

  @Test
  void aHoldOnAnythingAroundKeepsIt() {
    HoldDesk holds = new HoldDesk(office, store);
    for (Owner held : List.of(CASE, OWN, SHARED)) {
      holds.place(held, "a court has asked for it", Marked.DEED);
      refused(held.id() + " is held", CASE, AFTER);
      holds.lift(held, Marked.DEED);
    }
    holds.place(CASE, "a court has asked for it", new Deed(Marked.DEED.actor(), ENDS));
    refused("case-9 is held", OWN, AFTER);
  }

  @Test
  void aRespondentGoesOnceNobodyNamesThem() {
    new CaseDesk(office, PlanReader.korea()).close(new CaseId("case-0"), "moved", Marked.DEED);
    erase(CASE, AFTER);
    refused("order order-shared names respondent", RESPONDENT, AFTER);
    erase(SHARED, AFTER);
    erase(RESPONDENT, AFTER);
    assertEquals(Optional.empty(), register.find(RESPONDENT));
  }

  @Test
  void theLawDoesNotGiveWayAndOnlyASupervisorAsks() {
    RetentionRules house = RetentionRulesReader.korea();
    Map<KeptClass, RetentionRule> rules = new HashMap<>(house.rules());
    RetentionRule rule = house.of(KeptClass.ORDER);
    rules.put(
        KeptClass.ORDER,
        new RetentionRule(
            rule.what(), rule.length(), rule.counted(), RetentionRule.Basis.LAW, "an act"));
    ErasureDesk desk = desk(new RetentionRules("law", house.count(), rules));
    for (Owner of : List.of(CASE, OWN)) {
      ErasureRefusal refusal =
          assertThrows(
              ErasureRefusal.class, () -> desk.erase(of, new Deed(Marked.DEED.actor(), AFTER)));
      assertTrue(
          String.valueOf(refusal.getMessage()).startsWith("the law keeps order-own until"),
          refusal.getMessage());
    }
    Deed officer = new Deed(new Actor(new UserId("lim"), Role.OFFICER), AFTER);
    assertThrows(
        ErasureRefusal.class, () -> desk(RetentionRulesReader.korea()).erase(CASE, officer));
    assertTrue(register.find(CASE).isPresent());
  }
}
