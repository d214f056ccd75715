package org.haetae.casework.inspection;

import org.haetae.casework.ledger.Refusal;

/** An inspection can't be written down like that. */
public final class InspectionRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public InspectionRefusal(String why) {
    super(why);
  }
}
