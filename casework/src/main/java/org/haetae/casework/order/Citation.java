package org.haetae.casework.order;

import java.util.Locale;

/**
 * An article as authorities cite it, such as "Stalking Act, Art. 9" or "스토킹처벌법 제9조".
 *
 * @param text the act's name and the article
 */
public record Citation(String text) {
  /**
   * Whether {@code legalBasis} cites this article or a paragraph of it. Spaces, commas, quotation
   * marks and capitals don't matter; Art. 55-2 and 제55조의2 are not paragraphs of Art. 55.
   */
  public boolean matches(String legalBasis) {
    String cited = plain(legalBasis);
    String article = plain(text);
    if (!cited.startsWith(article)) {
      return false;
    }
    return cited.length() == article.length() || !continues(cited.charAt(article.length()));
  }

  private static boolean continues(char next) {
    return Character.isDigit(next) || next == '-' || next == '의';
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s,「」『』\"]", "").toLowerCase(Locale.ROOT);
  }
}
