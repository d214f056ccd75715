package org.haetae.casework;

import java.util.Random;
import java.util.function.Consumer;

/**
 * Plays random lives; {@code -Dhaetae.seed=N} plays one of them again, {@code -Dhaetae.lives=N} so
 * many. Stateless.
 */
public final class RandomLives {
  private RandomLives() {}

  public static void play(int lives, Consumer<Random> life) {
    Long fixed = Long.getLong("haetae.seed");
    long first = fixed != null ? fixed : System.nanoTime();
    System.out.println("seed " + first);
    int many = Integer.getInteger("haetae.lives", fixed != null ? 1 : lives);
    for (long seed = first; seed < first + many; seed++) {
      try {
        life.accept(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("broken by -Dhaetae.seed=" + seed + ": " + e, e);
      }
    }
  }
}
