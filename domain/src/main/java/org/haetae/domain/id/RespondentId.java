package org.haetae.domain.id;

/**
 * Names a person whom an order is against.
 *
 * @param value see {@link SafeName}
 */
public record RespondentId(String value) implements Comparable<RespondentId> {
  public RespondentId {
    SafeName.check(value, "a person whom an order is against");
  }

  @Override
  public int compareTo(RespondentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
