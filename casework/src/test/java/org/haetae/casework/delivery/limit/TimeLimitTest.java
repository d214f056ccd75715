package org.haetae.casework.delivery.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.haetae.casework.delivery.DeliveryException;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private static final TimeLimit SHORT = new TimeLimit(Duration.ofMillis(50));
  private static final TimeLimit AMPLE = new TimeLimit(Duration.ofSeconds(20));

  @Test
  void aConversationThatCantBeInterruptedHoldsNobody() {
    Semaphore never = new Semaphore(0);
    DeliveryException late =
        assertThrows(DeliveryException.class, () -> SHORT.hold(never::acquireUninterruptibly));
    assertEquals("the receiver does not answer in time", late.getMessage());
    never.release();
  }

  @Test
  void whatIsBrokenOffHasLetGoBeforeTheCallerGoesOn() {
    Semaphore held = new Semaphore(1);
    CountDownLatch never = new CountDownLatch(1);
    assertThrows(
        DeliveryException.class,
        () ->
            SHORT.hold(
                () -> {
                  held.acquire();
                  try {
                    never.await();
                  } finally {
                    held.release();
                  }
                }));
    assertEquals(1, held.availablePermits());
  }

  @Test
  void faultsComeOutAsTheyAre() {
    DeliveryException refused = DeliveryException.notice("no");
    assertSame(
        refused,
        assertThrows(
            DeliveryException.class,
            () ->
                AMPLE.hold(
                    () -> {
                      throw refused;
                    })));
    IllegalStateException broken = new IllegalStateException("broken");
    assertSame(
        broken,
        assertThrows(
            IllegalStateException.class,
            () ->
                AMPLE.hold(
                    () -> {
                      throw broken;
                    })));
  }

  @Test
  void noTimeAtAllIsNoLimit() {
    assertThrows(IllegalArgumentException.class, () -> new TimeLimit(Duration.ZERO));
  }
}
