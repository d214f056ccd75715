package org.haetae.casework.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Outbox.Outcome;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.retention.LegalHold;
import org.haetae.casework.sight.BlindSpell;
import org.haetae.casework.sight.Blindness;
import org.haetae.casework.staff.Role;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;

/** How what is kept ends, is held, is erased, and is opened in an emergency. */
abstract class KeptContract extends OrderContract {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00.123456Z");
  private static final CaseId CASE = new CaseId("case-held");
  private static final Owner HELD = Owner.of(CASE);
  private static final Owner ORDER = Owner.of(new OrderId("order-held"));
  private static final UserId OH = new UserId("oh");
  private static final UserId LIM = new UserId("lim");

  private boolean lifted(Instant at) {
    return store().<Boolean>write(in -> in.holds().lift(HELD, LIM, at));
  }

  private void placed(Owner on, String reason, Instant at) {
    store().run(in -> in.holds().place(on, reason, OH, at));
  }

  @Test
  void anOwnerHasOneHoldAtATimeAndAllThatEverWere() {
    assertFalse(lifted(NOW));
    placed(HELD, "법원이 요청함", NOW);
    placed(ORDER, "a court asks", NOW);
    assertThrows(StoreException.class, () -> placed(HELD, "again", NOW.plusSeconds(1)));
    assertEquals(Set.of(HELD, ORDER), store().read(in -> in.holds().held()));
    assertEquals(
        Optional.of(ORDER),
        store().read(in -> in.holds().anyOf(List.of(Owner.of(new OrderId("free")), ORDER))));
    Instant later = NOW.plusSeconds(2);
    assertTrue(lifted(later));
    assertFalse(lifted(later));
    assertEquals(Set.of(ORDER), store().read(in -> in.holds().held()));
    placed(HELD, "an appeal", NOW.plusSeconds(3));
    assertEquals(
        List.of(
            new LegalHold(HELD, Optional.of("an appeal"), OH, NOW.plusSeconds(3), Optional.empty()),
            new LegalHold(
                HELD,
                Optional.of("법원이 요청함"),
                OH,
                NOW,
                Optional.of(new LegalHold.Lifted(LIM, later))),
            new LegalHold(ORDER, Optional.of("a court asks"), OH, NOW, Optional.empty())),
        store().read(in -> in.holds().all()));
  }

  private List<BlindSpell> blind(String site, Instant from, Instant until) {
    return store().read(in -> in.sight().between(site, from, until));
  }

  @Test
  void aSpellIsKeptOnceAndEndsWithItsRun() {
    assertEquals(Optional.empty(), store().read(in -> in.sight().began("one")));
    Blindness camera = new Blindness.OfCamera(new CameraId("door"), CameraState.FROZEN);
    Blindness later = new Blindness.OfCamera(new CameraId("door"), CameraState.STALLED);
    BlindSpell off = new BlindSpell(new Blindness.OfSite(), NOW, Optional.of(NOW.plusSeconds(1)));
    BlindSpell ended = new BlindSpell(later, NOW, Optional.of(NOW.plusSeconds(9)));
    BlindSpell open = new BlindSpell(camera, NOW.plusSeconds(20), Optional.empty());
    store()
        .run(
            in -> {
              in.sight().put("one", new BlindSpell(camera, NOW, Optional.empty()));
              in.sight().put("one", ended);
              in.sight().put("one", open);
              in.sight().put("one", off);
              in.sight().put("other", open);
            });
    assertEquals(Optional.of(NOW), store().read(in -> in.sight().began("one")));
    assertEquals(List.of(off, ended, open), blind("one", NOW, NOW.plusSeconds(21)));
    assertEquals(List.of(off, ended), blind("one", NOW, NOW.plusSeconds(20)));
    assertEquals(List.of(open), blind("one", NOW.plusSeconds(10), NOW.plusSeconds(99)));
    store().run(in -> in.sight().endOpen("one", NOW.plusSeconds(5)));
    assertEquals(
        List.of(new BlindSpell(camera, open.from(), Optional.of(open.from()))),
        blind("one", NOW.plusSeconds(10), NOW.plusSeconds(99)),
        "never before its begin");
    assertEquals(List.of(open), blind("other", NOW, NOW.plusSeconds(99)));
  }

  @Test
  void aSitesLastSignOfLifeIsKnown() {
    assertEquals(Optional.empty(), store().read(in -> in.readings().seen("one")));
    store().run(in -> in.readings().site("one", SiteReading.NOTHING, NOW));
    assertEquals(Optional.of(NOW), store().read(in -> in.readings().seen("one")));
  }

  @Test
  void anErasureIsAskedForOnceAndEnds() {
    store().run(in -> in.emergencyAccess().add(LIM, CASE, "she screams", NOW, NOW.plusSeconds(9)));
    assertEquals(List.of(HELD), store().read(in -> in.erasures().others()));
    for (int i = 0; i < 2; i++) {
      Instant asked = NOW.plusSeconds(i);
      store().run(in -> in.erasures().ask(HELD, OH, asked));
    }
    Erasure open = new Erasure(HELD, OH, NOW, Optional.empty(), Optional.empty());
    assertEquals(List.of(open), store().read(in -> in.erasures().open()));
    assertEquals(List.of(), store().read(in -> in.erasures().others()));
    store().run(in -> in.erasures().keysGone(HELD, NOW.plusSeconds(3)));
    store().run(in -> in.erasures().keysGone(HELD, NOW.plusSeconds(4)));
    store().run(in -> in.erasures().done(HELD, NOW.plusSeconds(5)));
    assertEquals(List.of(), store().read(in -> in.erasures().open()));
    assertEquals(
        Optional.of(
            new Erasure(
                HELD, OH, NOW, Optional.of(NOW.plusSeconds(3)), Optional.of(NOW.plusSeconds(5)))),
        store().read(in -> in.erasures().find(HELD)));
  }

  @Test
  void whatWasDeliveredEndsInItsTimeButForTheNewest() {
    StoredOutbox outbox = new StoredOutbox(store());
    for (int day = 0; day < 4; day++) {
      Instant at = NOW.plus(Duration.ofDays(day));
      Notice notice = new Notice.Canary(UUID.randomUUID(), at);
      store().run(in -> in.outbox().add("console", notice, at));
      long id = outbox.due("console", Queue.CANARY, at, 9).getFirst().id();
      outbox.settle(List.of(new Outcome.Delivered(id)));
    }
    assertEquals(new KeptTable.Heap(4, Optional.of(NOW)), store().read(in -> in.kept().parcels()));
    assertEquals(2, deleted(NOW.plus(Duration.ofDays(1))));
    assertEquals(0, deleted(NOW.plus(Duration.ofDays(1))));
    assertEquals(1, deleted(NOW.plus(Duration.ofDays(99))));
    assertEquals(
        new KeptTable.Heap(1, Optional.of(NOW.plus(Duration.ofDays(3)))),
        store().read(in -> in.kept().parcels()));
    assertEquals(new KeptTable.Heap(0, Optional.empty()), store().read(in -> in.kept().sessions()));
  }

  private int deleted(Instant upTo) {
    return store().write(in -> in.kept().deleteParcels(upTo, Set.of()));
  }

  private static SessionRow session(String hash, Instant until) {
    return new SessionRow(
        hash, OH, SessionRow.Kind.BROWSER, Role.SUPERVISOR, NOW, until, Set.of(), "");
  }

  @Test
  void linksEndInTheirTime() {
    store().run(in -> in.accounts().begin(session("old", NOW)));
    store().run(in -> in.accounts().begin(session("new", NOW.plusSeconds(9))));
    assertEquals(1, (int) store().write(in -> in.kept().deleteLinks(NOW)));
    assertEquals(
        new KeptTable.Heap(1, Optional.of(NOW.plusSeconds(9))),
        store().read(in -> in.kept().sessions()));
  }

  @Test
  void anEmergencyIsOpenForItsTimeAndUntilAnotherHasLooked() {
    Instant until = NOW.plusSeconds(9);
    store().run(in -> in.emergencyAccess().add(LIM, CASE, "그녀가 비명을 지른다", NOW, until));
    assertEquals(Set.of(CASE), store().read(in -> in.emergencyAccess().open(LIM, NOW)));
    assertEquals(Set.of(), store().read(in -> in.emergencyAccess().open(LIM, until)));
    assertEquals(Set.of(), store().read(in -> in.emergencyAccess().open(OH, NOW)));
    EmergencyAccessRow row = store().read(in -> in.emergencyAccess().unseen()).getFirst();
    assertEquals(Optional.of("그녀가 비명을 지른다"), row.reason());
    assertEquals(
        new KeptTable.Heap(1, Optional.of(NOW)), store().read(in -> in.kept().emergencies()));
    assertFalse(store().<Boolean>write(in -> in.emergencyAccess().seen(row.id(), LIM)));
    assertTrue(store().<Boolean>write(in -> in.emergencyAccess().seen(row.id(), OH)));
    assertFalse(store().<Boolean>write(in -> in.emergencyAccess().seen(row.id(), OH)));
    assertEquals(List.of(), store().read(in -> in.emergencyAccess().unseen()));
  }
}
