package org.haetae.domain.id;

/**
 * Names a protection order.
 *
 * @param value see {@link SafeName}
 */
public record OrderId(String value) implements Comparable<OrderId> {
  public OrderId {
    SafeName.check(value, "a protection order");
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
