package org.haetae.casework;

import java.util.Random;
import java.util.function.Consumer;

/** Plays random lives; {@code -Dhaetae.seed=N} plays one of them again. Stateless. */
public final class RandomLives {
  private RandomLives() {}

  public static void play(int lives, Consumer<Random> life) {
    Long fixed = Long.getLong("haetae.seed");
    long first = fixed != null ? fixed : System.nanoTime();
    System.out.println("seed " + first);
    for (long seed = first; seed < first + (fixed != null ? 1 : lives); seed++) {
      try {
        life.accept(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("broken by -Dhaetae.seed=" + seed + ": " + e, e);
      }
    }
  }
}
