package org.haetae.casework.order;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A place in a rules file that knows its own name, so that each fault is told where it is.
 *
 * @param file for messages
 * @param key the way to it, empty at the top
 */
record RuleNode(String file, String key, JsonNode node) {

  /** Refuses every key that is not one of {@code known}. */
  RuleNode only(String... known) {
    requireMap();
    TreeSet<String> unknown = new TreeSet<>(node.propertyNames());
    Arrays.asList(known).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw child(unknown.first())
          .wrong("is not known here; the keys are " + String.join(", ", known));
    }
    return this;
  }

  RuleNode need(String name) {
    return maybe(name).orElseThrow(() -> child(name).wrong("is missing"));
  }

  Optional<RuleNode> maybe(String name) {
    requireMap();
    return Optional.ofNullable(node.get(name)).map(found -> new RuleNode(file, way(name), found));
  }

  /** A list with at least {@code least} entries. */
  List<RuleNode> items(int least) {
    if (!node.isArray() || node.size() < least) {
      throw wrong(least == 0 ? "must be a list" : "must be a list with at least one entry");
    }
    List<RuleNode> items = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      items.add(new RuleNode(file, "%s[%d]".formatted(key, i), node.get(i)));
    }
    return items;
  }

  Map<String, RuleNode> entries() {
    requireMap();
    Map<String, RuleNode> entries = new LinkedHashMap<>();
    node.propertyNames().forEach(name -> entries.put(name, need(name)));
    return entries;
  }

  String text() {
    if (!node.isString() || node.stringValue().isBlank()) {
      throw wrong("must be a text");
    }
    return node.stringValue().strip();
  }

  int number() {
    if (!node.isInt()) {
      throw wrong("must be a whole number");
    }
    return node.intValue();
  }

  boolean yes() {
    if (!node.isBoolean()) {
      throw wrong("must be true or false");
    }
    return node.booleanValue();
  }

  <E extends Enum<E>> E oneOf(Class<E> type) {
    String text = text();
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    "must be one of %s, but is %s"
                        .formatted(Arrays.toString(type.getEnumConstants()), text)));
  }

  /** Reads the text with {@code parse}, whose own message is told if it refuses. */
  <T> T as(Function<String, T> parse, String expected) {
    String text = text();
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw wrong("must be %s, but is \"%s\"".formatted(expected, text));
    } catch (IllegalArgumentException e) {
      throw wrong("is refused: " + e.getMessage());
    }
  }

  OrderRulesException wrong(String what) {
    return new OrderRulesException(
        key.isEmpty() ? "%s %s".formatted(file, what) : "%s: %s %s".formatted(file, key, what));
  }

  private void requireMap() {
    if (!node.isObject()) {
      throw wrong("must be a map of keys to values");
    }
  }

  private RuleNode child(String name) {
    return new RuleNode(file, way(name), node);
  }

  private String way(String name) {
    return key.isEmpty() ? name : key + "." + name;
  }
}
