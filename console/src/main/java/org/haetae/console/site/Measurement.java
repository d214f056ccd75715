package org.haetae.console.site;

import java.util.Optional;

/**
 * What {@code haetae evaluate} has left for a site: numbers, no face and no name.
 *
 * @param <T> what was measured
 */
public sealed interface Measurement<T> {

  /** Nobody has measured. */
  record None<T>() implements Measurement<T> {}

  /** There is something in its place that isn't one. */
  record Unreadable<T>() implements Measurement<T> {}

  /** Somebody has. */
  record Known<T>(T numbers) implements Measurement<T> {}

  /** The numbers, where they are known. */
  default Optional<T> known() {
    return switch (this) {
      case Known<T>(T numbers) -> Optional.of(numbers);
      case None<T> _, Unreadable<T> _ -> Optional.empty();
    };
  }

  /** Whether somebody should measure again, since what there is can't be read. */
  default boolean unreadable() {
    return this instanceof Unreadable<T>;
  }
}
