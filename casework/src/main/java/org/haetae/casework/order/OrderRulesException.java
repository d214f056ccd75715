package org.haetae.casework.order;

/** A rules file can't be used; the message is one sentence with the file and the key. */
public final class OrderRulesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OrderRulesException(String message) {
    super(message);
  }
}
