package org.haetae.casework.watchlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.SettableClock;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.order.OrderRulesReader;
import org.haetae.casework.order.OrderState;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Purge;
import org.haetae.casework.store.PurgeReason;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.casework.vault.FaceSet;
import org.haetae.casework.vault.Faces;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.vault.KeyPlaces;
import org.haetae.casework.vault.SealedStore;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderDeskTest {
  private static final OrderId ONE = new OrderId("order-1");
  private static final RespondentId HAN = new RespondentId("han");
  private static final UserId KIM = new UserId("kim");

  @TempDir Path place;
  private final SettableClock clock = new SettableClock();
  private final Map<RespondentId, Enrolment> photographs = new HashMap<>();
  private final List<Set<RespondentId>> asked = new ArrayList<>();
  private Store store;
  private KeyFolder keys;
  private AlarmDesk alarms;
  private VaultWatchlist watchlist;
  private OrderDesk desk;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(place.resolve("haetae.db")));
    keys = KeyFolder.open(place.resolve("keys"), place.resolve("master.key"));
    alarms = new AlarmDesk(store, List.of(), clock, () -> {});
    watchlist = new VaultWatchlist(Set.of());
    desk = desk(ApprovalRule.none());
  }

  @AfterEach
  void close() {
    keys.close();
    store.close();
  }

  private OrderDesk desk(ApprovalRule rule) {
    return desk(store, rule);
  }

  private OrderDesk desk(Store written, ApprovalRule rule) {
    return new OrderDesk(
        written,
        keys,
        OrderRulesReader.korea(),
        rule,
        watchlist,
        Faces.MODEL,
        this::enrol,
        alarms,
        clock);
  }

  private Map<RespondentId, Enrolment> enrol(Set<RespondentId> who) {
    asked.add(who);
    Map<RespondentId, Enrolment> found = new HashMap<>(photographs);
    found.keySet().retainAll(who);
    return found;
  }

  private void hasPhotographs(int faces) {
    List<Template> all = new ArrayList<>();
    for (int i = 0; i < faces; i++) {
      all.add(Faces.face(i));
    }
    photographs.put(HAN, new Enrolment.Faces(new FaceSet("photographs", all)));
  }

  private OrderFile order() {
    return OrderFiles.inForce("order-1", "han", clock.instant());
  }

  private int lookedFor() {
    return watchlist.find(HAN).map(entry -> entry.templates().size()).orElse(0);
  }

  private List<String> missing() {
    return parts(AlarmCode.FACE_MISSING);
  }

  private List<String> parts(AlarmCode code) {
    return alarms.open().stream()
        .filter(alarm -> alarm.code() == code && !alarm.over())
        .map(Alarm::parts)
        .flatMap(List::stream)
        .toList();
  }

  private boolean nothingOnDisk() throws Exception {
    try (var files = Files.list(place.resolve("keys"))) {
      return files.noneMatch(file -> file.toString().endsWith(".key"))
          && store.<Boolean>read(in -> in.templates().keys(Optional.empty()).isEmpty());
    }
  }

  @Test
  void anOrdersFacesAreSealedOnceAndOpenedEverAfter() {
    hasPhotographs(2);
    assertEquals(List.of(), desk.begin(List.of(order())));
    assertEquals(2, lookedFor());
    assertEquals(2, desk.orders().getFirst().faces());
    close();
    open();
    photographs.clear();
    assertEquals(List.of(), desk.begin(List.of()));
    assertEquals(2, lookedFor());
    assertEquals(List.of(Set.of(HAN)), asked);
  }

  @Test
  void aFaceThatWaitsForApprovalIsAnAlarmAndIsNotEnrolledTwice() {
    hasPhotographs(2);
    desk = desk(ApprovalRule.twoPeople());
    desk.begin(List.of(order()));
    clock.advance(Duration.ofMinutes(2));
    desk.look();
    assertEquals(1, asked.size());
    assertEquals(0, lookedFor());
    assertTrue(desk.orders().getFirst().unapproved());
    assertEquals(List.of("order-1"), parts(AlarmCode.FACE_UNAPPROVED));
    assertEquals(List.of(KIM), desk.approve(ONE, KIM).approvals());
    assertEquals(0, lookedFor());
    desk.approve(ONE, new UserId("lee"));
    assertEquals(2, lookedFor());
    desk.look();
    assertEquals(List.of(), parts(AlarmCode.FACE_UNAPPROVED));
  }

  @Test
  void aRevokedOrderLeavesNothingInMemoryOrOnDisk() throws Exception {
    hasPhotographs(2);
    desk.begin(List.of(order()));
    OrderStanding after = desk.revoke(ONE, KIM, "withdrawn by the court");
    assertEquals(OrderState.REVOKED, after.state());
    assertEquals(PurgeReason.REVOKED, after.purge().orElseThrow().reason());
    assertTrue(after.purge().flatMap(Purge::done).isPresent());
    assertEquals(0, lookedFor());
    assertTrue(watchlist.current().orders().isEmpty());
    assertTrue(nothingOnDisk());
    desk.look();
    assertEquals(1, asked.size(), "nobody may be enrolled for it again");
    assertEquals(List.of(), missing());
    assertThrows(OrderRefusal.class, () -> desk.resume(ONE));
  }

  @Test
  void aResumedOrderIsEnrolledAnew() throws Exception {
    hasPhotographs(2);
    desk.begin(List.of(order()));
    assertThrows(IllegalArgumentException.class, () -> desk.suspend(ONE, KIM, " "));
    assertEquals(2, lookedFor());
    desk.suspend(ONE, KIM, "appeal");
    assertEquals(0, lookedFor());
    assertTrue(nothingOnDisk());
    desk.look();
    clock.advance(Duration.ofSeconds(1));
    desk.resume(ONE);
    desk.look();
    assertEquals(2, lookedFor());
  }

  @Test
  void anExtendedOrderIsWatchedForLonger() {
    hasPhotographs(1);
    OrderFile file = order();
    desk.begin(List.of(file));
    Instant end = file.endsAt();
    OrderStanding after = desk.extend(ONE, end.plus(Duration.ofDays(30)), "court", "77", KIM);
    assertEquals(end.plus(Duration.ofDays(30)), after.file().endsAt());
    clock.advance(OrderFiles.LENGTH);
    desk.look();
    assertEquals(1, lookedFor());
    assertThrows(
        OrderRefusal.class,
        () -> desk.extend(ONE, end.plus(Duration.ofDays(9999)), "court", "78", KIM));
    assertThrows(
        OrderRefusal.class,
        () -> desk.extend(ONE, end.plus(Duration.ofDays(60)), "court", " ", KIM));
    assertEquals(1, lookedFor());
  }

  @Test
  void anOrderThatBeginsOrEndsByTheClockIsFelt() throws Exception {
    hasPhotographs(1);
    desk.begin(
        List.of(OrderFiles.issued("order-1", "han", clock.instant().plus(Duration.ofHours(1)))));
    assertEquals(0, lookedFor());
    clock.advance(Duration.ofHours(1));
    desk.look();
    assertEquals(1, lookedFor());
    clock.advance(OrderFiles.LENGTH);
    desk.look();
    assertEquals(0, lookedFor());
    assertTrue(nothingOnDisk());
    assertEquals(OrderState.ENDED, desk.orders().getFirst().state());
    clock.advance(Duration.ofDays(31));
    assertEquals(List.of(), desk.orders());
  }

  @Test
  void anOrderWithoutAFaceIsAnAlarmUntilThereIsOne() {
    photographs.put(HAN, new Enrolment.Nothing("both photographs are blurred"));
    desk.begin(List.of(order()));
    assertEquals(1, missing().size());
    assertTrue(missing().getFirst().contains("blurred"), missing()::toString);
    hasPhotographs(1);
    desk.look();
    assertEquals(0, lookedFor(), "it is not tried every second");
    clock.advance(Duration.ofMinutes(1));
    desk.look();
    desk.look();
    assertEquals(1, lookedFor());
    assertEquals(List.of(), missing());
  }

  @Test
  void aLostKeyIsAnAlarmUntilSomebodyEnrolsAgain() throws Exception {
    hasPhotographs(1);
    desk.begin(List.of(order()));
    close();
    try (var files = Files.list(place.resolve("keys"))) {
      for (Path key : files.filter(file -> file.toString().endsWith(".key")).toList()) {
        Files.delete(key);
      }
    }
    open();
    desk.begin(List.of());
    assertEquals(0, lookedFor());
    assertTrue(missing().getFirst().contains("is lost"), missing()::toString);
    desk.enrolAgain(ONE);
    desk.look();
    desk.look();
    assertEquals(1, lookedFor());
    assertEquals(List.of(), missing());
  }

  /** Else a site whose file still names it would never start again. */
  @Test
  void anErasedOrderStaysErasedWhateverTheFileSays() {
    hasPhotographs(1);
    KeyPlaces places = new KeyPlaces(place.resolve("columns"), place.resolve("columns.key"));
    Database database = new Database.Sqlite(place.resolve("sealed.db"));
    OrderFile issued = order();
    try (SealedStore sealed = SealedStore.open(database, places, clock)) {
      Store written = sealed.store();
      desk(written, ApprovalRule.none()).begin(List.of(issued));
      assertEquals(1, lookedFor());
      Owner owner = Owner.of(ONE);
      written.run(in -> in.erasures().ask(owner, KIM, clock.instant()));
      sealed.ring().erase(owner);
      watchlist = new VaultWatchlist(Set.of());
      assertEquals(List.of(ONE), desk(written, ApprovalRule.none()).begin(List.of(issued)));
      assertEquals(0, lookedFor());
      written.run(
          in -> {
            in.erasures().keysGone(owner, clock.instant());
            in.erasures().done(owner, clock.instant());
          });
      clock.advance(Duration.between(clock.instant(), issued.endsAt()));
      assertEquals(List.of(), desk(written, ApprovalRule.none()).begin(List.of(issued)));
      assertEquals(0, lookedFor());
      assertTrue(written.read(in -> in.templates().key(ONE)).isEmpty(), "its faces go too");
    }
  }

  @Test
  void whatIsWrittenDownCountsAndNotTheFile() {
    hasPhotographs(1);
    desk.begin(List.of(order()));
    OrderFile other = OrderFiles.issued("order-1", "han", clock.instant());
    assertEquals(List.of(ONE), desk.begin(List.of(other)));
    assertEquals(order(), desk.find(ONE).orElseThrow());
  }
}
