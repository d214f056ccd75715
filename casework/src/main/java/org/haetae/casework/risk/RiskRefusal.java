package org.haetae.casework.risk;

import org.haetae.casework.ledger.Refusal;

/** A grade can't be changed like that. */
public final class RiskRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public RiskRefusal(String why) {
    super(why);
  }
}
