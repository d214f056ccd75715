package org.haetae.domain.alert;

/**
 * Something besides distance, direction and risk that changes how urgent an alert is.
 *
 * @param words what, as an operator reads it
 */
public record Circumstance(Effect effect, String words) {
  /** Which way it changes the severity, by one step. */
  public enum Effect {
    RAISES,
    LOWERS
  }
}
