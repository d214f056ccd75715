package org.haetae.casework.delivery.text;

/** Languages that texts are written in. */
public enum Language {
  KOREAN("ko"),
  ENGLISH("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }
}
