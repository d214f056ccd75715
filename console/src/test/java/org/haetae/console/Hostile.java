package org.haetae.console;

import java.util.List;
import java.util.Random;

/** What somebody sends who means no good, or whose program is broken. */
final class Hostile {
  /** Markup that would run if a page showed it as it came. */
  static final String MARKUP = "<script>ran()</script>\"'><img src=x onerror=ran()>";

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          MARKUP,
          "null",
          "\u0000",
          "\uFEFF\u202E\u0301가나다😀\uD83D",
          "../../etc/passwd",
          "..\\..\\windows",
          "%2e%2e%2f",
          "' OR 1=1 --",
          "\"; DROP TABLE incident; --",
          "${7*7}",
          "${jndi:ldap://127.0.0.1/a}",
          "{{7*7}}",
          "\r\nSet-Cookie: a=b",
          "-1",
          "0",
          "2147483648",
          "9223372036854775808",
          "1e308",
          "NaN",
          "9999-99-99",
          "+999999999-12-31",
          "-999999999-01-01T00:00:00Z",
          "2026-02-30",
          "=1+1",
          "yes",
          "on",
          "file:///etc/passwd");

  /** What is good somewhere, so that a request gets past the first check. */
  private static final List<String> GOOD =
      List.of(
          "case-1",
          "case-2",
          "jongno",
          "busan",
          "officer-lim",
          "respondent-han",
          "respondent-of-case-1",
          "order-1",
          "W-1",
          "W-3",
          "door",
          "1",
          "2",
          "HIGH",
          "LOW",
          "YES",
          "NO",
          "OFFICER",
          "RELEASED",
          "DRILL",
          "PROTECTED_PERSON",
          "smile-center",
          "2026-11-26T09:00",
          "2026-12-24",
          "00000000-0000-4000-8000-000000000000",
          "send",
          "arrived",
          "lost",
          "issue",
          "reserve",
          "close",
          "told",
          "accepted",
          "en");

  private Hostile() {}

  static String text(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> "x".repeat(1 << random.nextInt(15));
      case 1 -> anything(random);
      case 2, 3, 4, 5 -> GOOD.get(random.nextInt(GOOD.size()));
      default -> TEXTS.get(random.nextInt(TEXTS.size()));
    };
  }

  private static String anything(Random random) {
    StringBuilder text = new StringBuilder();
    random.ints(random.nextInt(40), 0, 0x3000).forEach(text::appendCodePoint);
    return text.toString();
  }

  /** JSON that is nearly right, or none at all. */
  static String json(Random random, List<String> fields) {
    return switch (random.nextInt(9)) {
      case 0 -> "[".repeat(1 << random.nextInt(14));
      case 1 -> "{\"a\":".repeat(1 << random.nextInt(12));
      case 2 ->
          List.of("", "null", "7", "true", "\"x\"", "[]", "{}", "[{}]", "[null]", "[[]]", "{,}")
              .get(random.nextInt(11));
      case 3 -> "[" + object(random, fields) + "," + object(random, fields) + "]";
      case 4 -> object(random, fields) + object(random, fields);
      case 5 -> "[" + object(random, fields) + "]";
      default -> object(random, fields);
    };
  }

  private static String object(Random random, List<String> fields) {
    StringBuilder object = new StringBuilder("{");
    for (String field : fields) {
      if (random.nextInt(8) > 0) {
        object.append(object.length() == 1 ? "" : ",").append(quoted(field)).append(':');
        object.append(value(random));
      }
    }
    return object.append('}').toString();
  }

  private static String value(Random random) {
    return switch (random.nextInt(8)) {
      case 0 ->
          List.of("null", "true", "[]", "{}", "-0", "1e999", "9".repeat(200))
              .get(random.nextInt(7));
      case 1 -> Integer.toString(random.nextInt());
      default -> quoted(text(random));
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c < 0x20 || c == '"' || c == '\\') {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
