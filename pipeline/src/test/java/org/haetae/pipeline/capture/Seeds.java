package org.haetae.pipeline.capture;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a property on many random inputs and names the seed that broke it; {@code -Dhaetae.seed=N}
 * runs that seed alone.
 */
public final class Seeds {
  private Seeds() {}

  public static void each(int count, Consumer<Random> property) {
    Long fixed = Long.getLong("haetae.seed");
    long first = fixed != null ? fixed : System.nanoTime();
    for (long seed = first; seed < first + (fixed != null ? 1 : count); seed++) {
      try {
        property.accept(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("broken by -Dhaetae.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
