package org.haetae.domain.id;

/**
 * Names a case.
 *
 * @param value see {@link SafeName}
 */
public record CaseId(String value) implements Comparable<CaseId> {
  public CaseId {
    SafeName.check(value, "a case");
  }

  @Override
  public int compareTo(CaseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
