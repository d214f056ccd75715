package org.haetae.app.operations;

import java.util.Map;

/** A rule of config/prometheus, as far as the tests read it. */
record AlertRule(
    String name, String expression, Map<String, String> labels, Map<String, String> annotations) {

  String label(String name) {
    return labels.getOrDefault(name, "");
  }

  String annotation(String name) {
    return annotations.getOrDefault(name, "");
  }
}
