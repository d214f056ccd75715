package org.haetae.casework.retention;

import org.haetae.casework.ledger.Refusal;

/** A hold can't be placed or lifted like that. */
public final class HoldRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public HoldRefusal(String why) {
    super(why);
  }
}
