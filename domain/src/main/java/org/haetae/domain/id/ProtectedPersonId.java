package org.haetae.domain.id;

/**
 * Names a person whom an order protects.
 *
 * @param value see {@link SafeName}
 */
public record ProtectedPersonId(String value) implements Comparable<ProtectedPersonId> {
  public ProtectedPersonId {
    SafeName.check(value, "a person whom an order protects");
  }

  @Override
  public int compareTo(ProtectedPersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
