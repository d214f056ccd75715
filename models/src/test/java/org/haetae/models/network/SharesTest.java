package org.haetae.models.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
  private final List<Object> freed = new ArrayList<>();
  private final Shares<String, Object> shares = new Shares<>(freed::add);

  @Test
  void theLastHolderFreesIt() {
    Object one = shares.take("a", Object::new);
    assertSame(one, shares.take("a", Object::new));
    assertNotSame(one, shares.take("b", Object::new));
    shares.give("a");
    assertEquals(List.of(), freed);
    shares.give("a");
    assertEquals(List.of(one), freed);
    assertNotSame(one, shares.take("a", Object::new), "opened anew");
  }

  @Test
  void whatCouldNotBeOpenedIsHeldByNobody() {
    IllegalArgumentException broken = new IllegalArgumentException("broken");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            shares.take(
                "a",
                () -> {
                  throw broken;
                }));
    assertThrows(IllegalStateException.class, () -> shares.give("a"));
    assertEquals(List.of(), freed);
  }
}
