package org.haetae.casework.delivery.text;

import java.util.Locale;

/** Languages that texts are written in. */
public enum Language {
  KOREAN("ko"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The one for who reads another language too: English, unless it is Korean. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals(KOREAN.tag) ? KOREAN : ENGLISH;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }
}
