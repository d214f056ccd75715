package org.haetae.pipeline.capture;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Tells a refusal that was meant from an accident of the same type. */
public final class Refusals {
  private Refusals() {}

  public static void assertMeant(IllegalArgumentException refusal) {
    assertTrue(String.valueOf(refusal.getMessage()).startsWith("the "), refusal::toString);
  }
}
