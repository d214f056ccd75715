package org.haetae.casework.subject;

import org.haetae.casework.ledger.Refusal;

/** What is kept about somebody can't be told like that. */
public final class SubjectRefusal extends Refusal {
  private static final long serialVersionUID = 1L;

  public SubjectRefusal(String why) {
    super(why);
  }
}
