package org.haetae.casework.support;

import org.haetae.casework.ledger.Refusal;

/** A referral can't be handled like that. */
public final class SupportRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public SupportRefusal(String why) {
    super(why);
  }
}
