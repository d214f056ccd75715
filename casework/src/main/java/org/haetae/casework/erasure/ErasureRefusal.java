package org.haetae.casework.erasure;

import org.haetae.casework.ledger.Refusal;

/** Something can't be erased yet. */
public final class ErasureRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public ErasureRefusal(String why) {
    super(why);
  }
}
