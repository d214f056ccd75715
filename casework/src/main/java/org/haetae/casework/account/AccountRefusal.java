package org.haetae.casework.account;

import org.haetae.casework.ledger.Refusal;

/** Somebody can't come in, or not like that. Never says which secret was wrong. */
public final class AccountRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public AccountRefusal(String why) {
    super(why);
  }
}
