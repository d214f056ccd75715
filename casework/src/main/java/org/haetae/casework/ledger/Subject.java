package org.haetae.casework.ledger;

/**
 * Whose run of facts it is.
 *
 * @param id unique among its kind
 */
public record Subject(Kind kind, String id) {
  /** What facts are kept about. */
  public enum Kind {
    CASE,
    WATCH,
    STATION,
    STAFF
  }
}
