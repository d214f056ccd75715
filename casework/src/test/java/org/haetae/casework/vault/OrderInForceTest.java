package org.haetae.casework.vault;

import static org.haetae.casework.SettableClock.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.junit.jupiter.api.Test;

class OrderInForceTest {
  private static final RespondentId HAN = new RespondentId("han");
  private static final OrderFile FILE = OrderFiles.inForce("order-1", "han", START);

  private static void refused(String why, OrderFile file, Instant at) {
    OrderRefusal refusal = assertThrows(OrderRefusal.class, () -> OrderInForce.of(file, HAN, at));
    assertTrue(refusal.sentence().startsWith("order order-1 " + why), refusal.sentence());
  }

  @Test
  void onlyAnOrderInForceMakesOne() {
    OrderInForce proof = OrderInForce.of(FILE, HAN, START);
    assertEquals(new OrderId("order-1"), proof.order());
    assertEquals(HAN, proof.respondent());
    refused("has not begun", FILE, FILE.issued().validity().from().minusMillis(1));
    refused("has ended", FILE, FILE.endsAt());
    refused("is suspended", FILE.after(new OrderEvent.Suspended(START, "appeal")), START);
    refused("was revoked", FILE.after(new OrderEvent.Revoked(START, "court")), START);
    refused("is not against respondent han", OrderFiles.inForce("order-1", "kim", START), START);
  }
}
