package org.haetae.casework.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;

/** What every database must do with orders, templates and purges. */
abstract class OrderContract extends AuditContract {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00.123456Z");
  private static final Instant END = NOW.plus(OrderFiles.LENGTH).minus(Duration.ofDays(1));
  private static final ModelId MODEL = new ModelId("net", "1");
  private static final OrderId ONE = new OrderId("order-1");

  private OrderFile added(String id) {
    OrderFile file = OrderFiles.inForce(id, "respondent-of-" + id, NOW);
    store()
        .run(
            in -> {
              in.orders().add(file, NOW);
            });
    return file;
  }

  private OrderFile happened(OrderFile file, OrderEvent event) {
    OrderFile after = file.after(event);
    store()
        .run(
            in -> {
              in.orders().save(after, NOW);
            });
    return after;
  }

  private void put(String order, String respondent, ModelId model, int content) {
    SealedTemplate row =
        new SealedTemplate(
            new OrderId(order),
            new RespondentId(respondent),
            model,
            "key-of-" + order,
            new byte[] {(byte) content, 0, -1},
            NOW,
            "photographs");
    store()
        .run(
            in -> {
              in.templates().add(row);
            });
  }

  private List<SealedTemplate> usable(ModelId model, Instant now) {
    return store().read(in -> in.templates().usable(model, now));
  }

  private List<OrderId> lapsed(Instant now) {
    return store().read(in -> in.orders().lapsed(now));
  }

  @Test
  void anOrderComesBackWithAllThatHappened() {
    OrderFile file = added("order-1");
    file = happened(file, new OrderEvent.Suspended(NOW, "appeal"));
    file = happened(file, new OrderEvent.Resumed(NOW.plusSeconds(5)));
    file =
        happened(file, new OrderEvent.Extended(NOW.plusSeconds(6), END.plusSeconds(9), "c", "8"));
    file = happened(file, new OrderEvent.Revoked(NOW.plusSeconds(7), "by the court"));
    assertEquals(Optional.of(file), store().read(in -> in.orders().find(ONE)));
    assertEquals(
        List.of("issued", "SUSPENDED", "RESUMED", "EXTENDED", "REVOKED"),
        store().read(in -> in.audit().after(0, 9)).stream()
            .map(record -> record.entry().note().detail())
            .toList());
    OrderFile copy = OrderFiles.inForce("order-2", "r", NOW);
    copy = copy.after(new OrderEvent.Suspended(NOW, "appeal"));
    OrderFile second = copy;
    store()
        .run(
            in -> {
              in.orders().add(second, NOW);
            });
    assertEquals(Optional.of(second), store().read(in -> in.orders().find(new OrderId("order-2"))));
    assertTrue(store().read(in -> in.orders().find(new OrderId("none"))).isEmpty());
    assertThrows(StoreException.class, () -> added("order-1"));
  }

  @Test
  void whatHasNotEndedIsFoundByItsLastEvent() {
    OrderFile revoked = added("order-1");
    OrderFile longer = added("order-2");
    OrderFile plain = added("order-3");
    happened(revoked, new OrderEvent.Revoked(NOW, "by the court"));
    longer = happened(longer, new OrderEvent.Extended(NOW, END.plusSeconds(9), "court", "8"));
    assertEquals(List.of(longer, plain), store().read(in -> in.orders().unended(NOW)));
    assertEquals(List.of(longer), store().read(in -> in.orders().unended(END)));
    assertTrue(store().read(in -> in.orders().unended(END.plusSeconds(9))).isEmpty());
  }

  @Test
  void aTemplateNeedsAnOrderThatNamesItsRespondent() {
    added("order-1");
    put("order-1", "respondent-of-order-1", MODEL, 1);
    assertThrows(StoreException.class, () -> put("order-1", "somebody-else", MODEL, 1));
    assertThrows(StoreException.class, () -> put("none", "respondent-of-order-1", MODEL, 1));
    assertEquals(1, usable(MODEL, NOW).size());
  }

  @Test
  void templatesOfOneModelComeBackAsTheyWere() {
    added("order-1");
    added("order-2");
    ModelId next = new ModelId("net", "2");
    put("order-2", "respondent-of-order-2", MODEL, 3);
    put("order-1", "respondent-of-order-1", MODEL, 1);
    put("order-1", "respondent-of-order-1", MODEL, 2);
    put("order-1", "respondent-of-order-1", next, 4);
    List<SealedTemplate> rows = usable(MODEL, NOW);
    assertEquals(3, rows.size());
    assertArrayEquals(new byte[] {2, 0, -1}, rows.get(1).sealed());
    SealedTemplate last = rows.getLast();
    assertEquals(new OrderId("order-2"), last.order());
    assertEquals(new RespondentId("respondent-of-order-2"), last.respondent());
    assertEquals(MODEL, last.model());
    assertEquals("key-of-order-2", last.key());
    assertEquals(NOW, last.enrolled());
    assertEquals(next, usable(next, NOW).getFirst().model());
    assertEquals(Optional.of("key-of-order-1"), store().read(in -> in.templates().key(ONE)));
    assertEquals(
        Set.of("key-of-order-1", "key-of-order-2"),
        store().read(in -> in.templates().keys(Optional.empty())));
    assertEquals(
        Set.of("key-of-order-1"), store().read(in -> in.templates().keys(Optional.of(ONE))));
    assertEquals(3, store().<Integer>write(in -> in.templates().delete(ONE)));
    assertTrue(store().read(in -> in.templates().key(ONE)).isEmpty());
    assertEquals(1, usable(MODEL, NOW).size());
  }

  @Test
  void templatesLapseWhenTheirOrderIsNoLongerInForce() {
    OrderFile suspended = added("order-1");
    OrderFile extended = added("order-2");
    added("order-3");
    added("order-4");
    for (String id : List.of("order-1", "order-2", "order-3")) {
      put(id, "respondent-of-" + id, MODEL, 1);
    }
    assertTrue(lapsed(NOW).isEmpty());
    suspended = happened(suspended, new OrderEvent.Suspended(NOW.plusSeconds(5), "appeal"));
    happened(suspended, new OrderEvent.Resumed(NOW.plusSeconds(9)));
    happened(extended, new OrderEvent.Extended(NOW, END.plusSeconds(9), "court", "8"));
    assertTrue(lapsed(NOW.plusSeconds(4)).isEmpty());
    assertEquals(List.of(ONE), lapsed(NOW.plusSeconds(5)));
    assertEquals(2, usable(MODEL, NOW.plusSeconds(5)).size());
    assertEquals(List.of(ONE, new OrderId("order-3")), lapsed(END));
    assertEquals(1, usable(MODEL, END).size());
    assertEquals(3, lapsed(END.plusSeconds(9)).size());
  }

  @Test
  void anApprovalIsKeptOncePerPersonAndOutlivesTheTemplates() {
    added("order-1");
    Approval kim = new Approval(ONE, "photographs", new UserId("kim"), NOW);
    Approval lee = new Approval(ONE, "others", new UserId("lee"), NOW.plusSeconds(1));
    for (Approval approval : List.of(lee, kim)) {
      store().run(in -> in.approvals().add(approval));
    }
    assertEquals(List.of(kim, lee), store().read(in -> in.approvals().of(ONE)));
    assertThrows(StoreException.class, () -> store().run(in -> in.approvals().add(kim)));
    Approval lost = new Approval(new OrderId("order-9"), "photographs", kim.by(), NOW);
    assertThrows(StoreException.class, () -> store().run(in -> in.approvals().add(lost)));
    assertEquals(0, store().<Integer>write(in -> in.templates().delete(ONE)));
    assertEquals(2, store().read(in -> in.approvals().of(ONE)).size());
    assertEquals(
        List.of("haetae issued", "lee photographs approved", "kim photographs approved"),
        store().read(in -> in.audit().after(0, 3)).stream()
            .map(record -> record.entry().note())
            .map(note -> note.actor().name() + " " + note.detail())
            .toList());
  }

  private Purge asked(PurgeReason reason, Instant at) {
    return store()
        .write(
            in -> {
              in.purges().ask(ONE, reason, at);
              return in.purges().open(ONE).orElseThrow();
            });
  }

  @Test
  void anOrderHasOneOpenPurgeAndKeepsItsDoneOnes() {
    added("order-1");
    put("order-1", "respondent-of-order-1", MODEL, 1);
    Purge first = asked(PurgeReason.SUSPENDED, NOW);
    assertEquals(first, asked(PurgeReason.REVOKED, NOW.plusSeconds(1)));
    assertTrue(usable(MODEL, NOW).isEmpty());
    store()
        .run(
            in -> {
              in.purges().keysGone(first, NOW.plusSeconds(2));
              in.purges().done(first, NOW.plusSeconds(3));
            });
    assertEquals(1, usable(MODEL, NOW).size());
    assertTrue(store().read(in -> in.purges().open()).isEmpty());
    Purge second = asked(PurgeReason.ENDED, NOW.plusSeconds(4));
    Purge closed =
        new Purge(
            first.id(),
            ONE,
            PurgeReason.SUSPENDED,
            NOW,
            Optional.of(NOW.plusSeconds(2)),
            Optional.of(NOW.plusSeconds(3)));
    assertEquals(List.of(closed, second), store().read(in -> in.purges().of(ONE)));
    assertThrows(
        StoreException.class,
        () ->
            store()
                .run(
                    in -> {
                      in.purges().done(second, NOW);
                    }));
  }
}
