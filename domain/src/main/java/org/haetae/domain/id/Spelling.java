package org.haetae.domain.id;

import java.util.Locale;

/** How a constant is spelled where it leaves the program: in files, messages and metrics. */
public final class Spelling {
  private Spelling() {}

  /** In lower case, its words joined by dashes, such as {@code not-a-live-face}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
