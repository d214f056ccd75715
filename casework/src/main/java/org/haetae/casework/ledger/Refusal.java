package org.haetae.casework.ledger;

/** What somebody asked for is against a rule; the message is a sentence for that person. */
public abstract class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected Refusal(String why) {
    super(why);
  }
}
