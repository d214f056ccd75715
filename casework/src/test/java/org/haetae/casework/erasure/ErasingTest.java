package org.haetae.casework.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.casefile.CaseRefusal;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.ledger.Erased;
import org.haetae.casework.ledger.ErasedRefusal;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.ledger.Recorded;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.Office;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.register.BlindIndex;
import org.haetae.casework.register.Entry;
import org.haetae.casework.register.Normal;
import org.haetae.casework.register.RegisterDesk;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.Marked;
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.vault.SealedStore;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasingTest {
  /** As the sample call for help has it. */
  private static final CaseId CASE = new CaseId("case-9");

  private static final CaseId OTHER = new CaseId("case-1");
  private static final OrderId ORDER = new OrderId("order-0");
  private static final Deed LATER =
      new Deed(Marked.DEED.actor(), Marked.NOW.plus(OrderFiles.LENGTH));

  @TempDir Path folder;
  private SealedStore sealed;
  private KeyFolder photographKeys;
  private Store store;
  private Office office;
  private PhotographVault photographs;
  private RegisterDesk register;
  private Erasing erasing;
  private String photograph = "";

  @BeforeEach
  void open() {
    opened();
    Marked.fill(store, 2);
    Marked.open(office, CASE.value());
    photograph = photographs.seal(CASE, new byte[100], Marked.DEED);
    register.put(Owner.of(CASE), new Entry("Kim", "", List.of(), Optional.empty()), Marked.DEED);
  }

  private void opened() {
    KeyPlaces places = new KeyPlaces(folder.resolve("keys"), folder.resolve("master.key"));
    sealed = SealedStore.open(database(), places, InstantSource.fixed(Instant.EPOCH));
    store = sealed.store();
    photographKeys = KeyFolder.open(places.photographs(), places.master());
    photographs = new PhotographVault(store, photographKeys);
    office = new Office(new StoredLedger(store));
    register = new RegisterDesk(store, new BlindIndex(sealed.ring().blindIndex()), Normal.korea());
    erasing = new Erasing(office, store, sealed.ring(), photographs);
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

  private void closed(CaseId id) {
    new CaseDesk(office, PlanReader.korea()).close(id, "it is over", Marked.DEED);
  }

  private Optional<CaseFile> file(CaseId id) {
    return office.look(files -> files.find(id));
  }

  private List<Notice> waiting(String channel) {
    return store.read(in -> in.outbox().due(channel, Queue.THREAT, LATER.at(), 9)).stream()
        .map(parcel -> parcel.notice())
        .toList();
  }

  private void gone() {
    assertEquals(Optional.empty(), file(CASE));
    assertTrue(file(OTHER).isPresent());
    List<Class<? extends Fact>> facts =
        store.read(in -> in.ledger().about(CASE)).stream()
            .map(Recorded::entry)
            .<Class<? extends Fact>>map(entry -> entry.fact().getClass())
            .distinct()
            .toList();
    assertEquals(List.of(Erased.class), facts);
    assertEquals(Optional.empty(), register.find(Owner.of(CASE)));
    assertEquals(Optional.empty(), photographs.open(CASE, photograph));
    assertEquals(List.of(), waiting("gateway"));
    assertEquals(1, (long) store.read(in -> in.outbox().count(ParcelState.WAITING)));
    assertEquals(List.of(), store.read(in -> in.erasures().open()));
  }

  @Test
  void nobodyCanReadItAndEverybodyElseIsAsBefore() {
    List<Recorded> others = store.read(in -> in.ledger().about(OTHER));
    assertEquals(1, waiting("gateway").size());
    closed(CASE);
    int told = waiting("receiver").size();
    erasing.erase(CASE, Set.of(), LATER);
    gone();
    close();
    opened();
    gone();
    assertEquals(others, store.read(in -> in.ledger().about(OTHER)));
    assertEquals(told, waiting("receiver").size());
    assertEquals(2, store.read(in -> in.orders().all()).size());
  }

  @Test
  void anOrderGoesWithItsIncidents() {
    closed(CASE);
    erasing.erase(CASE, Set.of(ORDER), LATER);
    assertEquals(Optional.empty(), store.read(in -> in.orders().find(ORDER)));
    assertEquals(1, store.read(in -> in.orders().all()).size());
    assertEquals(
        List.of(),
        store.read(in -> in.orders().unended(Instant.EPOCH)).stream()
            .filter(order -> order.issued().id().equals(ORDER))
            .toList());
    assertEquals(List.of(), store.read(in -> in.incidents().judged(9)));
    store.run(
        in ->
            in.incidents()
                .newest(9)
                .forEach(
                    incident -> {
                      assertEquals(List.of(), in.incidents().events(incident.id()));
                      assertEquals(Optional.empty(), in.incidents().newestNotice(incident.id()));
                    }));
    assertEquals(List.of(), waiting("receiver"));
  }

  @Test
  void whatACrashInterruptedIsEnded() {
    closed(CASE);
    // After the wish, and after each step by itself.
    store.run(
        in -> {
          in.erasures().ask(Owner.of(CASE), Marked.DEED.by(), LATER.at());
        });
    close();
    opened();
    assertTrue(file(CASE).isPresent());
    erasing.resume(LATER.at());
    gone();
    erasing.resume(LATER.at());
    gone();
  }

  @Test
  void withItsKeyGoneAndNothingElseDoneItIsEnded() {
    closed(CASE);
    store.run(
        in -> {
          in.erasures().ask(Owner.of(CASE), Marked.DEED.by(), LATER.at());
        });
    sealed.ring().erase(Owner.of(CASE));
    close();
    opened();
    assertEquals(List.of(), waiting("gateway"), "what can't be read is not told");
    erasing.resume(LATER.at());
    gone();
  }

  @Test
  void nothingCanBeWrittenAboutItAgain() {
    closed(CASE);
    erasing.erase(CASE, Set.of(), LATER);
    assertThrows(ErasedRefusal.class, () -> Marked.open(office, CASE.value()));
    assertEquals(Optional.empty(), file(CASE));
    assertThrows(
        CaseRefusal.class,
        () -> new CaseDesk(office, PlanReader.korea()).reopen(CASE, "again", LATER));
    assertThrows(
        ErasedRefusal.class,
        () ->
            register.put(Owner.of(CASE), new Entry("Kim", "", List.of(), Optional.empty()), LATER));
    assertThrows(
        ErasedRefusal.class,
        () ->
            store.run(
                in -> {
                  in.outbox().add("gateway", SampleNotices.sos(), LATER.at());
                }));
    Marked.open(office, "case-10");
    assertTrue(file(new CaseId("case-10")).isPresent());
  }

  @Test
  void whatIsStillNeededStays() {
    assertThrows(ErasureRefusal.class, () -> erasing.erase(CASE, Set.of(), LATER));
    closed(CASE);
    assertThrows(ErasureRefusal.class, () -> erasing.erase(CASE, Set.of(ORDER), Marked.DEED));
    assertThrows(
        ErasureRefusal.class, () -> erasing.erase(CASE, Set.of(new OrderId("none")), LATER));
    assertThrows(ErasureRefusal.class, () -> erasing.erase(new CaseId("none"), Set.of(), LATER));
    assertEquals(List.of(), store.read(in -> in.erasures().open()));
    assertTrue(file(CASE).isPresent());
    RespondentId respondent = new RespondentId("respondent-of-" + CASE);
    register.put(
        Owner.of(respondent), new Entry("Han", "", List.of(), Optional.empty()), Marked.DEED);
    assertThrows(ErasureRefusal.class, () -> erasing.erase(respondent, LATER));
    assertTrue(register.find(Owner.of(respondent)).isPresent());
    erasing.erase(CASE, Set.of(), LATER);
    erasing.erase(respondent, LATER);
    assertFalse(register.find(Owner.of(respondent)).isPresent());
  }
}
