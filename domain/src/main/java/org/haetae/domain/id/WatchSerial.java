package org.haetae.domain.id;

/**
 * Names a smartwatch.
 *
 * @param value see {@link SafeName}
 */
public record WatchSerial(String value) implements Comparable<WatchSerial> {
  public WatchSerial {
    SafeName.check(value, "a smartwatch");
  }

  @Override
  public int compareTo(WatchSerial other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
