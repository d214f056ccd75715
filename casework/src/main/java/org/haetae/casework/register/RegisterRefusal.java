package org.haetae.casework.register;

import org.haetae.casework.ledger.Refusal;

/** An entry of the register can't be as it was given; the message never quotes it. */
public final class RegisterRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public RegisterRefusal(String why) {
    super(why);
  }
}
