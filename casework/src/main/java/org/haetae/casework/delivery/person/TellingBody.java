package org.haetae.casework.delivery.person;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.contact.Contact;
import org.haetae.domain.id.Spelling;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a gateway is asked to tell one person: {@code kind}, {@code key}, {@code to}, {@code
 * receiver}, {@code contact} and {@code means} (by which it knows the address), {@code language},
 * {@code text}. Keys are a contract: they may be added to, never renamed.
 *
 * @param key the same at each attempt that is the same
 * @param to what the receiver is, such as protected-person
 * @param receiver the person's id
 * @param contact empty where the gateway knows by itself how to reach the receiver
 */
record TellingBody(
    String kind,
    UUID key,
    String to,
    String receiver,
    Optional<Contact> contact,
    Locale language,
    String text) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  byte[] json() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", kind);
    map.put("key", key.toString());
    map.put("to", to);
    map.put("receiver", receiver);
    contact.ifPresent(
        by -> {
          map.put("contact", by.name());
          map.put("means", Spelling.of(by.means()));
        });
    map.put("language", language.toLanguageTag());
    map.put("text", text);
    return MAPPER.writeValueAsString(map).getBytes(StandardCharsets.UTF_8);
  }
}
