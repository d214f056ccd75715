package org.haetae.domain.id;

/**
 * Names a protected place.
 *
 * @param value see {@link SafeName}
 */
public record PlaceId(String value) implements Comparable<PlaceId> {
  public PlaceId {
    SafeName.check(value, "a protected place");
  }

  @Override
  public int compareTo(PlaceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
