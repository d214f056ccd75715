package org.haetae.casework.watch;

import org.haetae.casework.ledger.Refusal;

/** A watch can't be handled like that. */
public final class WatchRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public WatchRefusal(String why) {
    super(why);
  }
}
