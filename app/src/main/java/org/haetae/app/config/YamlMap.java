package org.haetae.app.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.haetae.domain.id.Spelling;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file that remembers its lines. Reading a value never throws: what is wrong
 * goes to the list of problems, and a harmless value is handed out so that the rest can be checked.
 */
final class YamlMap {
  private final String where;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final List<ConfigProblem> problems;

  /**
   * @param where what the mapping describes, for the messages
   * @param known the keys that it may have
   */
  YamlMap(@Nullable Node node, String where, List<ConfigProblem> problems, String... known) {
    this.where = where;
    this.problems = problems;
    this.line = node == null ? 1 : lineOf(node);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        take(tuple, Arrays.asList(known));
      }
    } else if (node != null) {
      problems.add(
          new ConfigProblem(
              line,
              "%s must be a mapping with the keys %s".formatted(where, String.join(", ", known))));
    }
  }

  private void take(NodeTuple tuple, List<String> known) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    if (!known.contains(key)) {
      problems.add(
          new ConfigProblem(
              lineOf(tuple.getKeyNode()),
              "%s has no key \"%s\"%s; known keys: %s"
                  .formatted(where, key, nearest(key, known), String.join(", ", known))));
    } else if (values.put(key, tuple.getValueNode()) != null) {
      problems.add(
          new ConfigProblem(
              lineOf(tuple.getKeyNode()), "%s names \"%s\" twice".formatted(where, key)));
    }
  }

  private static String nearest(String key, List<String> known) {
    return known.stream()
        .filter(candidate -> distance(key, candidate) <= Math.max(2, candidate.length() / 3))
        .min((a, b) -> Integer.compare(distance(key, a), distance(key, b)))
        .map(" (did you mean \"%s\"?)"::formatted)
        .orElse("");
  }

  /** Levenshtein's distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  int line() {
    return line;
  }

  /** Where a key's value stands, or the mapping itself where it is missing. */
  int lineOf(String key) {
    Node node = values.get(key);
    return node == null ? line : lineOf(node);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  void problem(String key, String message) {
    problems.add(new ConfigProblem(lineOf(key), where + ": " + message));
  }

  /** A sentence that already says what it is about. */
  void said(String sentence) {
    problems.add(new ConfigProblem(line, sentence));
  }

  /** A value that must be there. */
  <T> T required(String key, T harmless, Function<String, T> parse) {
    if (!has(key)) {
      problems.add(new ConfigProblem(line, "%s needs the key \"%s\"".formatted(where, key)));
      return harmless;
    }
    return optional(key, harmless, parse);
  }

  /** A value that may be missing. */
  <T> T optional(String key, T absent, Function<String, T> parse) {
    Node node = values.get(key);
    if (node == null) {
      return absent;
    }
    if (!(node instanceof ScalarNode scalar)) {
      problem(key, "\"%s\" must be a single value".formatted(key));
      return absent;
    }
    try {
      return parse.apply(scalar.getValue().strip());
    } catch (IllegalArgumentException | DateTimeException e) {
      problem(key, "\"%s\" is \"%s\": %s".formatted(key, scalar.getValue(), e.getMessage()));
      return absent;
    }
  }

  /** A value that may hold a secret by mistake, and is therefore in no message; empty if wrong. */
  <T> Optional<T> unechoed(String key, Function<String, Optional<T>> parse) {
    if (!(values.get(key) instanceof ScalarNode scalar)) {
      problem(key, "\"%s\" must be a single value".formatted(key));
      return Optional.empty();
    }
    try {
      return parse.apply(scalar.getValue().strip());
    } catch (IllegalArgumentException e) {
      problem(key, "\"%s\": %s".formatted(key, e.getMessage()));
      return Optional.empty();
    }
  }

  <E extends Enum<E>> E choice(String key, E harmless, Class<E> type) {
    return required(key, harmless, text -> parseEnum(type, text));
  }

  static <E extends Enum<E>> E parseEnum(Class<E> type, String text) {
    String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "it must be one of "
                        + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList())));
  }

  static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("it must be a number", e);
    }
  }

  static int whole(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("it must be a whole number", e);
    }
  }

  static boolean yesNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("it must be true or false");
    };
  }

  /** A path, beside the configuration file where it is relative. */
  static Function<String, Path> pathFrom(Path folder) {
    return text -> folder.resolve(text).normalize();
  }

  /** A mapping under a key. */
  YamlMap map(String key, String describes, String... known) {
    return new YamlMap(values.get(key), describes, problems, known);
  }

  /** The mappings of a list under a key. */
  List<YamlMap> list(String key, String describes, String... known) {
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      problem(key, "\"%s\" must be a list".formatted(key));
      return List.of();
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      maps.add(new YamlMap(item, describes, problems, known));
    }
    return maps;
  }

  /** The texts of a list under a key; a single text counts as a list of one. */
  List<String> texts(String key) {
    Node node = values.get(key);
    return switch (node) {
      case null -> List.of();
      case ScalarNode scalar -> List.of(scalar.getValue());
      case SequenceNode sequence -> textsOf(key, sequence);
      default -> {
        problem(key, "\"%s\" must be a list".formatted(key));
        yield List.of();
      }
    };
  }

  private List<String> textsOf(String key, SequenceNode sequence) {
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      if (item instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        problem(key, "\"%s\" must hold single values".formatted(key));
      }
    }
    return texts;
  }

  /** Runs a constructor that checks its arguments; what it refuses becomes a problem. */
  <T> Optional<T> build(Supplier<T> constructor) {
    try {
      return Optional.of(constructor.get());
    } catch (IllegalArgumentException e) {
      problems.add(new ConfigProblem(line, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }
}
