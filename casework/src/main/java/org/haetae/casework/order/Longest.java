package org.haetae.casework.order;

/** How long an order may last before it is extended. */
public sealed interface Longest {
  /** A number stands in the law. */
  record Fixed(Term term) implements Longest {}

  /**
   * The law ties the end to an event and gives no number.
   *
   * @param event such as the court's decision
   */
  record Until(String event) implements Longest {}
}
