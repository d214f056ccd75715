package org.haetae.casework.casefile;

import org.haetae.casework.ledger.Refusal;

/** A case can't be handled like that. */
public final class CaseRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public CaseRefusal(String why) {
    super(why);
  }
}
