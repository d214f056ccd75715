package org.haetae.casework.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.SettableClock;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Purge;
import org.haetae.casework.store.PurgeReason;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  private static final OrderId ONE = new OrderId("order-1");
  private static final UserId KIM = new UserId("kim");
  private static final UserId LEE = new UserId("lee");

  @TempDir Path place;
  private final SettableClock clock = new SettableClock();
  private final List<OrderId> forgotten = new ArrayList<>();
  private Store store;
  private KeyFolder keys;
  private Vault vault;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(database()));
    keys = KeyFolder.open(place.resolve("keys"), place.resolve("master.key"));
    vault = new Vault(store, keys, ApprovalRule.none(), forgotten::add, clock);
  }

  @AfterEach
  void close() {
    keys.close();
    store.close();
  }

  private Path database() {
    return place.resolve("haetae.db");
  }

  private OrderFile issued(String id) {
    OrderFile file = OrderFiles.inForce(id, "respondent-of-" + id, clock.instant());
    store.run(
        in -> {
          in.orders().add(file, clock.instant());
        });
    return file;
  }

  private OrderInForce proof(OrderFile file) {
    return OrderInForce.of(file, file.issued().respondent(), clock.instant());
  }

  private void sealed(String order, Template face) {
    OrderFile file = store.read(in -> in.orders().find(new OrderId(order))).orElseThrow();
    vault.seal(proof(file), set(face));
  }

  private static FaceSet set(Template face) {
    return new FaceSet("photographs", List.of(face));
  }

  private OpenedVault all(ModelId model) {
    List<OpenedVault> seen = new ArrayList<>();
    vault.open(model, seen::add);
    return seen.getFirst();
  }

  private List<String> orders() {
    OpenedVault opened = all(Faces.MODEL);
    assertEquals(Map.of(), opened.damaged());
    return opened.templates().stream().map(each -> each.order().value()).toList();
  }

  private int rows() {
    return store.<Integer>read(in -> in.templates().keys(Optional.empty()).size());
  }

  private void nothingLeft(PurgeReason reason) throws Exception {
    assertEquals(List.of(), orders());
    assertEquals(Set.of(), keys.names());
    assertEquals(0, rows());
    Purge purge = store.read(in -> in.purges().of(ONE)).getLast();
    assertEquals(reason, purge.reason());
    assertTrue(purge.keysGone().isPresent() && purge.done().isPresent());
    assertTrue(forgotten.contains(ONE));
  }

  private void sql(String statement) throws Exception {
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement sql = file.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void aSealedFaceComesBackForItsModelOnly() {
    issued("order-1");
    issued("order-2");
    ModelId next = new ModelId("net", "2");
    sealed("order-2", Faces.face(3));
    sealed("order-1", Faces.face(1));
    sealed("order-1", Faces.face(2));
    sealed("order-1", Faces.face(4, next));
    assertEquals(List.of("order-1", "order-1", "order-2"), orders());
    List<OpenedTemplate> opened = all(Faces.MODEL).templates();
    for (int i = 0; i < 3; i++) {
      assertTrue(Faces.same(Faces.face(i + 1), opened.get(i).template()));
    }
    assertEquals(new RespondentId("respondent-of-order-2"), opened.getLast().respondent());
    assertTrue(Faces.same(Faces.face(4, next), all(next).templates().getFirst().template()));
    assertEquals(2, keys.names().size());
  }

  @Test
  void noFaceIsKeptForAnOrderThatEndedAfterItsProof() {
    OrderFile file = issued("order-1");
    OrderInForce proof = proof(file);
    vault.happened(ONE, new OrderEvent.Suspended(clock.instant(), "appeal"));
    OrderRefusal refusal =
        assertThrows(OrderRefusal.class, () -> vault.seal(proof, set(Faces.face(1))));
    assertEquals("order order-1 is suspended: no face can be kept for it", refusal.sentence());
    OrderInForce unknown = proof(OrderFiles.inForce("order-9", "nobody", clock.instant()));
    assertThrows(OrderRefusal.class, () -> vault.seal(unknown, set(Faces.face(1))));
    OrderInForce other = proof(OrderFiles.inForce("order-1", "nobody", clock.instant()));
    assertThrows(OrderRefusal.class, () -> vault.seal(other, set(Faces.face(1))));
    assertEquals(Set.of(), keys.names());
  }

  @Test
  void aFaceIsOpenedOnceTwoPeopleHaveApprovedItsPhotographs() {
    issued("order-1");
    vault = new Vault(store, keys, ApprovalRule.twoPeople(), forgotten::add, clock);
    assertThrows(OrderRefusal.class, () -> vault.approve(ONE, Faces.MODEL, KIM));
    sealed("order-1", Faces.face(1));
    assertEquals(Set.of(ONE), all(Faces.MODEL).unapproved());
    vault.approve(ONE, Faces.MODEL, KIM);
    OrderRefusal twice =
        assertThrows(OrderRefusal.class, () -> vault.approve(ONE, Faces.MODEL, KIM));
    assertTrue(twice.sentence().contains("another person must"), twice.sentence());
    assertEquals(List.of(), orders());
    vault.approve(ONE, Faces.MODEL, LEE);
    assertEquals(List.of("order-1"), orders());
    assertThrows(OrderRefusal.class, () -> vault.approve(ONE, Faces.MODEL, new UserId("moon")));
  }

  @Test
  void anApprovalIsForItsPhotographsWhateverTheModel() {
    issued("order-1");
    vault = new Vault(store, keys, ApprovalRule.twoPeople(), forgotten::add, clock);
    sealed("order-1", Faces.face(1));
    vault.approve(ONE, Faces.MODEL, KIM);
    vault.approve(ONE, Faces.MODEL, LEE);
    ModelId next = new ModelId("net", "2");
    sealed("order-1", Faces.face(1, next));
    assertEquals(1, all(next).templates().size());
    vault.purge(ONE);
    OrderFile file = store.read(in -> in.orders().find(ONE)).orElseThrow();
    vault.seal(proof(file), new FaceSet("others", List.of(Faces.face(9))));
    assertEquals(List.of(), orders());
    assertEquals(Set.of(ONE), all(Faces.MODEL).unapproved());
  }

  @Test
  void aRevokedOrSuspendedOrderLeavesNothing() throws Exception {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    vault.happened(ONE, new OrderEvent.Suspended(clock.instant(), "appeal"));
    nothingLeft(PurgeReason.SUSPENDED);
    vault.happened(ONE, new OrderEvent.Resumed(clock.instant()));
    assertEquals(List.of(), orders());
    sealed("order-1", Faces.face(2));
    assertEquals(List.of("order-1"), orders());
    vault.happened(ONE, new OrderEvent.Revoked(clock.instant(), "by the court"));
    nothingLeft(PurgeReason.REVOKED);
  }

  @Test
  void anOrderThatEndsByTheClockLeavesNothing() throws Exception {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    vault.happened(
        ONE,
        new OrderEvent.Extended(
            clock.instant(), clock.instant().plus(OrderFiles.LENGTH), "court", "8"));
    clock.advance(OrderFiles.LENGTH.minusMillis(1));
    vault.due();
    assertEquals(List.of("order-1"), orders());
    assertTrue(forgotten.isEmpty());
    clock.advance(Duration.ofMillis(1));
    assertEquals(List.of(), orders());
    vault.due();
    nothingLeft(PurgeReason.ENDED);
  }

  @Test
  void aSuspensionThatPassedUnseenLeavesNothing() throws Exception {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    vault.happened(ONE, new OrderEvent.Suspended(clock.instant().plusSeconds(5), "appeal"));
    vault.happened(ONE, new OrderEvent.Resumed(clock.instant().plusSeconds(9)));
    vault.due();
    assertEquals(List.of("order-1"), orders());
    clock.advance(Duration.ofSeconds(20));
    vault.due();
    nothingLeft(PurgeReason.SUSPENDED);
    sealed("order-1", Faces.face(2));
    vault.due();
    assertEquals(List.of("order-1"), orders());
  }

  @Test
  void aPurgeThatSomebodyAsksForSparesTheOrder() throws Exception {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    vault.purge(ONE);
    nothingLeft(PurgeReason.ASKED);
    sealed("order-1", Faces.face(2));
    assertEquals(List.of("order-1"), orders());
    assertThrows(OrderRefusal.class, () -> vault.purge(new OrderId("none")));
  }

  @Test
  void memoryForgetsBeforeTheDisk() {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    List<Integer> keysThen = new ArrayList<>();
    Vault watched =
        new Vault(store, keys, ApprovalRule.none(), _ -> keysThen.add(keys.names().size()), clock);
    watched.happened(ONE, new OrderEvent.Revoked(clock.instant(), "by the court"));
    assertEquals(List.of(1, 1), keysThen);
  }

  @Test
  void aGalleryThatFailsKeepsNothingFromBeingPurged() throws Exception {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    Vault broken =
        new Vault(
            store,
            keys,
            ApprovalRule.none(),
            _ -> {
              throw new IllegalStateException("gallery");
            },
            clock);
    assertThrows(
        IllegalStateException.class,
        () -> broken.happened(ONE, new OrderEvent.Revoked(clock.instant(), "by the court")));
    forgotten.add(ONE);
    nothingLeft(PurgeReason.REVOKED);
  }

  @Test
  void anEventThatCanNotFollowForgetsNobody() {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    assertThrows(
        OrderRefusal.class,
        () ->
            vault.happened(
                ONE, new OrderEvent.Revoked(clock.instant().plus(Duration.ofDays(99)), "late")));
    assertTrue(forgotten.isEmpty());
    assertEquals(List.of("order-1"), orders());
  }

  @Test
  void whatIsPurgedIsInNoFileAnyMore() throws Exception {
    issued("order-1");
    issued("order-2");
    List<byte[]> gone = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      sealed("order-" + (1 + i % 2), Faces.face(i));
    }
    store
        .read(in -> in.templates().usable(Faces.MODEL, clock.instant()))
        .forEach(
            row -> {
              if (row.order().equals(ONE)) {
                gone.add(row.sealed());
              }
            });
    vault.happened(ONE, new OrderEvent.Revoked(clock.instant(), "by the court"));
    assertEquals(List.of(), Remains.found(place, gone));
    assertEquals(20, orders().size());
  }

  @Test
  void changedBytesAreSaidAndKeepNobodyElseAway() throws Exception {
    issued("order-1");
    issued("order-2");
    sealed("order-1", Faces.face(1));
    sealed("order-2", Faces.face(2));
    sql("UPDATE template SET sealed = zeroblob(length(sealed)) WHERE order_id = 'order-1'");
    OpenedVault opened = all(Faces.MODEL);
    assertEquals(
        Map.of(ONE, "a template was changed or belongs to another order: purge it and enrol again"),
        opened.damaged());
    assertEquals(1, opened.templates().size());
    vault.purge(ONE);
    sealed("order-1", Faces.face(1));
    assertEquals(List.of("order-1", "order-2"), orders());
  }

  @Test
  void noRowStandsForAnother() throws Exception {
    issued("order-1");
    issued("order-2");
    sealed("order-1", Faces.face(1));
    sealed("order-2", Faces.face(2));
    sql(
        """
        UPDATE template SET (sealed, key_name) =
          (SELECT sealed, key_name FROM template WHERE order_id = 'order-2')
        WHERE order_id = 'order-1'\
        """);
    assertEquals(1, all(Faces.MODEL).damaged().size());
    sql("UPDATE template SET model_version = '2'");
    OpenedVault moved = all(new ModelId("net", "2"));
    assertEquals(2, moved.damaged().size());
    assertTrue(moved.templates().isEmpty());
  }

  @Test
  void aLostKeyIsSaidAndCanBeEnrolledAnew() throws Exception {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    Files.delete(place.resolve("keys").resolve(keys.names().iterator().next() + ".key"));
    String problem = all(Faces.MODEL).damaged().getOrDefault(ONE, "");
    assertTrue(problem.startsWith("the key "), problem);
    assertTrue(problem.endsWith("is lost, and what it sealed with it: purge it and enrol again"));
    assertThrows(VaultException.class, () -> sealed("order-1", Faces.face(2)));
    vault.purge(ONE);
    sealed("order-1", Faces.face(2));
    assertEquals(List.of("order-1"), orders());
  }

  @Test
  void aKeyThatNoRowNeedsIsSweptAtTheStart() {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    String _ = keys.create();
    assertEquals(2, keys.names().size());
    vault.resume();
    assertEquals(1, keys.names().size());
    assertEquals(List.of("order-1"), orders());
  }

  @Test
  void aPurgeThatTheDatabaseStopsIsFinishedLater() throws Exception {
    issued("order-1");
    sealed("order-1", Faces.face(1));
    sql(
        """
        CREATE TRIGGER stuck BEFORE DELETE ON template
        BEGIN SELECT RAISE(ABORT, 'the disk refuses'); END\
        """);
    assertThrows(
        StoreException.class,
        () -> vault.happened(ONE, new OrderEvent.Revoked(clock.instant(), "by the court")));
    assertEquals(Set.of(), keys.names());
    assertEquals(List.of(), orders());
    assertThrows(StoreException.class, vault::resume);
    sql("DROP TRIGGER stuck");
    vault.due();
    nothingLeft(PurgeReason.REVOKED);
  }

  @Test
  void whateverHappensAnOrderHasFacesExactlyWhileItIsInForce() throws Exception {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Set<String> expected = new TreeSet<>();
    for (int i = 0; i < 6; i++) {
      issued("order-" + i);
    }
    for (int step = 0; step < 150; step++) {
      String id = "order-" + random.nextInt(6);
      try {
        step(random, id, expected);
      } catch (OrderRefusal e) {
        // Such a step can't follow.
      }
      vault.due();
      Set<String> inForce = new TreeSet<>();
      for (OrderFile file : store.read(in -> in.orders().unended(clock.instant()))) {
        if (file.inForceAt(clock.instant())) {
          inForce.add(file.issued().id().value());
        }
      }
      expected.retainAll(inForce);
      String where = "seed %d step %d".formatted(seed, step);
      assertEquals(expected, new TreeSet<>(orders()), where);
      assertEquals(expected.size(), keys.names().size(), where);
      assertEquals(expected.size(), rows(), where);
    }
  }

  private void step(Random random, String id, Set<String> expected) {
    OrderId order = new OrderId(id);
    switch (random.nextInt(9)) {
      case 0 -> vault.happened(order, new OrderEvent.Suspended(clock.instant(), "appeal"));
      case 1, 2 -> vault.happened(order, new OrderEvent.Resumed(clock.instant()));
      case 3 -> clock.advance(Duration.ofHours(random.nextInt(30)));
      case 4 -> {
        vault.purge(order);
        expected.remove(id);
      }
      case 5 -> vault.resume();
      default -> {
        sealed(id, Faces.face(random.nextLong()));
        expected.add(id);
      }
    }
  }
}
