package org.haetae.casework.statistics;

/** Ages that are counted together. */
enum AgeBand {
  UNDER_18("under 18", 17),
  TO_29("18 to 29", 29),
  TO_44("30 to 44", 44),
  TO_64("45 to 64", 64),
  OLDER("65 and older", Integer.MAX_VALUE);

  private final String words;
  private final int oldest;

  AgeBand(String words, int oldest) {
    this.words = words;
    this.oldest = oldest;
  }

  /** The band of whoever turns {@code age} in a year. */
  static AgeBand of(int age) {
    for (AgeBand band : values()) {
      if (age <= band.oldest) {
        return band;
      }
    }
    return OLDER;
  }

  String words() {
    return words;
  }
}
