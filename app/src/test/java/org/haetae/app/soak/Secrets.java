package org.haetae.app.soak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads along in everything that the product says and remembers where a password stood in it, plain
 * or as URLs and Basic authentication write it. Safe for many threads.
 */
final class Secrets {
  private final Map<String, String> forbidden;
  private final ConcurrentLinkedQueue<String> found = new ConcurrentLinkedQueue<>();
  private final LongAdder characters = new LongAdder();

  /**
   * @param forbidden texts that nothing may hold, and what to call each
   */
  Secrets(Map<String, String> forbidden) {
    this.forbidden = Map.copyOf(forbidden);
  }

  /** Every form in which this password could slip out. */
  static List<String> formsOf(String user, String password) {
    List<String> forms = new ArrayList<>();
    String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8);
    forms.add(password);
    forms.add(encoded);
    forms.add(encoded.replace("+", "%20"));
    forms.add(user + ":" + password + "@");
    forms.add(base64(user + ":" + password));
    forms.add(base64(password));
    return forms;
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Looks through something that was said and hands it on. */
  String read(String where, String text) {
    characters.add(text.length());
    forbidden.forEach(
        (secret, name) -> {
          if (text.contains(secret)) {
            found.add("%s stands in %s".formatted(name, where));
          }
        });
    return text;
  }

  /** Where which secret stood; never the secret. */
  List<String> found() {
    return List.copyOf(found);
  }

  /** How much was read. */
  long characters() {
    return characters.sum();
  }
}
