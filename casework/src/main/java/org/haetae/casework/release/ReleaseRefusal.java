package org.haetae.casework.release;

import org.haetae.casework.ledger.Refusal;

/** A release notice can't be handled like that. */
public final class ReleaseRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public ReleaseRefusal(String why) {
    super(why);
  }
}
