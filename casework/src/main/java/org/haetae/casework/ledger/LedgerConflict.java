package org.haetae.casework.ledger;

/** Somebody else was quicker: a subject has entries that the writer had not read. */
public final class LedgerConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LedgerConflict(Subject subject) {
    super("somebody has just changed %s %s: look again".formatted(subject.kind(), subject.id()));
  }
}
