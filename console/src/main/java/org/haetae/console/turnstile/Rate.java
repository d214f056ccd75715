package org.haetae.console.turnstile;

/**
 * How often something may happen.
 *
 * @param burst how often at once, after a rest; 1 or more
 * @param perSecond how often in the long run; more than 0
 */
public record Rate(int burst, double perSecond) {
  public Rate {
    if (burst < 1 || !(perSecond > 0)) {
      throw new IllegalArgumentException("a rate has a burst of 1 or more, and some a second");
    }
  }
}
