package org.haetae.casework.order;

/** An order can't take this step; the message is a sentence for the person who asked. */
public final class OrderRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  public OrderRefusal(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** The message, which is always there. */
  public String sentence() {
    return sentence;
  }
}
