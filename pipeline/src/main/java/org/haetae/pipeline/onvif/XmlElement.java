package org.haetae.pipeline.onvif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element by its local name; prefixes and namespaces are passed over, because devices get them
 * wrong.
 *
 * @param text its own text, stripped
 */
record XmlElement(
    String name, Map<String, String> attributes, String text, List<XmlElement> children) {
  XmlElement {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  Stream<XmlElement> all(String child) {
    return children.stream().filter(element -> element.name.equals(child));
  }

  /** The first one along a path of names below this one. */
  Optional<XmlElement> at(String... path) {
    Optional<XmlElement> here = Optional.of(this);
    for (String step : path) {
      here = here.flatMap(element -> element.all(step).findFirst());
    }
    return here;
  }

  /** Its text, empty where the path leads nowhere. */
  String textAt(String... path) {
    return at(path).map(XmlElement::text).orElse("");
  }

  /** A whole number of at most nine digits, else zero. */
  int numberAt(String... path) {
    String digits = textAt(path);
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
