package org.haetae.app.evaluation.clip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import tools.jackson.databind.JsonNode;

/** A value of a truth's file, and where it stands in it, so that a mistake can be named. */
record TruthField(Path file, String path, JsonNode node) {

  /**
   * A field that may be absent; null is as good as absent.
   *
   * @throws Problem when this is no object
   */
  Optional<TruthField> optional(String name) {
    if (!node.isObject()) {
      throw wrong("an object");
    }
    JsonNode value = node.get(name);
    return value == null || value.isNull()
        ? Optional.empty()
        : Optional.of(new TruthField(file, path.isEmpty() ? name : path + "." + name, value));
  }

  /**
   * A field that must be there.
   *
   * @throws Problem when it isn't
   */
  TruthField required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                problem(
                    "%s: %s is missing"
                        .formatted(file, path.isEmpty() ? name : path + "." + name)));
  }

  List<TruthField> list() {
    if (!node.isArray()) {
      throw wrong("a list");
    }
    List<TruthField> all = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      all.add(new TruthField(file, path + "[" + i + "]", node.get(i)));
    }
    return all;
  }

  String text() {
    if (!node.isString() || node.stringValue().isBlank()) {
      throw wrong("text");
    }
    return node.stringValue();
  }

  double number() {
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw wrong("a number");
    }
    return node.doubleValue();
  }

  double positive() {
    double value = number();
    if (value <= 0) {
      throw wrong("more than 0");
    }
    return value;
  }

  int count() {
    if (!node.isInt() || node.intValue() < 0) {
      throw wrong("a whole number from 0 on");
    }
    return node.intValue();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw wrong("true or false");
    }
    return node.booleanValue();
  }

  Problem wrong(String wanted) {
    return problem("%s: %s must be %s".formatted(file, path.isEmpty() ? "the file" : path, wanted));
  }

  private static Problem problem(String sentence) {
    return new Problem(ExitCode.USAGE, sentence + " (docs/truth.md says what a truth holds)");
  }
}
