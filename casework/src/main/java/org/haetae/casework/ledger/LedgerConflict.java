package org.haetae.casework.ledger;

/** Somebody else was quicker: a subject has entries that the writer had not read. */
public final class LedgerConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Anything at all was written meanwhile. */
  public LedgerConflict() {
    super("somebody has just changed something: look again");
  }

  /** This subject isn't what the writer believes. */
  public LedgerConflict(Subject subject) {
    super("somebody has just changed %s %s: look again".formatted(subject.kind(), subject.id()));
  }
}
