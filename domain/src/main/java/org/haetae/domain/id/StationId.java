package org.haetae.domain.id;

/**
 * Names a police station.
 *
 * @param value see {@link SafeName}
 */
public record StationId(String value) implements Comparable<StationId> {
  public StationId {
    SafeName.check(value, "a police station");
  }

  @Override
  public int compareTo(StationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
