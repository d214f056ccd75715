package org.haetae.casework.retention;

import java.util.Optional;
import org.haetae.casework.order.Term;

/**
 * How long one class is kept.
 *
 * @param length empty where no time ends it
 * @param counted from what, in words
 * @param source where the length comes from, in words
 */
public record RetentionRule(
    KeptClass what, Optional<Term> length, String counted, Basis basis, String source) {
  /** Who decides the length. */
  public enum Basis {
    /** A law, which the source names. */
    LAW,
    /** Whoever runs this; an authority puts its own in its place. */
    HOUSE
  }

  public RetentionRule {
    boolean timed = what.ending() == KeptClass.Ending.ROUND;
    if (timed != length.isPresent()) {
      throw new IllegalArgumentException(
          timed
              ? "%s needs to say for how long".formatted(what)
              : "no time ends %s: leave it out".formatted(what));
    }
  }
}
