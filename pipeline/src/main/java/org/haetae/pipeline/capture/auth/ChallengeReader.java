package org.haetae.pipeline.capture.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code WWW-Authenticate} (RFC 9110, section 11.6.1). Whatever is no challenge is passed
 * over; it never throws, since a camera's mistakes in one challenge must not hide another.
 */
final class ChallengeReader {
  private static final int LONGEST = 8192;
  private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

  private final String text;
  private int at;

  private ChallengeReader(String text) {
    this.text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** All challenges of one header, in their order. */
  static List<Challenge> read(String header) {
    return new ChallengeReader(header).read();
  }

  private List<Challenge> read() {
    List<Challenge> challenges = new ArrayList<>();
    while (skipTo()) {
      String scheme = token().toLowerCase(Locale.ROOT);
      challenges.add(new Challenge(scheme, parameters()));
    }
    return challenges;
  }

  /** Stands on the next token's first letter. */
  private boolean skipTo() {
    while (at < text.length() && !isToken(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  /** Up to the next word that no equals sign follows, which is the next scheme. */
  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    while (skipTo()) {
      int start = at;
      String name = token().toLowerCase(Locale.ROOT);
      skipSpace();
      if (at >= text.length() || text.charAt(at) != '=') {
        at = start;
        return parameters;
      }
      at++;
      skipSpace();
      parameters.putIfAbsent(name, value());
    }
    return parameters;
  }

  private String value() {
    if (at >= text.length() || text.charAt(at) != '"') {
      return token();
    }
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    at++;
    return value.toString();
  }

  private String token() {
    int start = at;
    while (at < text.length() && isToken(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipSpace() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private static boolean isToken(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || TOKEN_SIGNS.indexOf(c) >= 0;
  }
}
