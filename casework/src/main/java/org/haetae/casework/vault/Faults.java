package org.haetae.casework.vault;

import org.jspecify.annotations.Nullable;

/** Lets all steps be tried and tells the first fault in the end, the others with it. */
final class Faults {
  private @Nullable RuntimeException first;

  void during(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (first == null) {
        first = e;
      } else {
        first.addSuppressed(e);
      }
    }
  }

  void raise() {
    if (first != null) {
      throw first;
    }
  }
}
