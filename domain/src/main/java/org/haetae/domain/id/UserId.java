package org.haetae.domain.id;

/**
 * Names a user.
 *
 * @param value see {@link SafeName}
 */
public record UserId(String value) implements Comparable<UserId> {
  public UserId {
    SafeName.check(value, "a user");
  }

  @Override
  public int compareTo(UserId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
