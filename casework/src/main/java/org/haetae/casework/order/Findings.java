package org.haetae.casework.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Collects what is wrong with one thing, so that all of it is told at once. One thread. */
final class Findings {
  private final String subject;
  private final List<Problem> problems;

  /**
   * @param subject how each sentence begins, such as {@code order a-17}
   * @param problems where they go
   */
  Findings(String subject, List<Problem> problems) {
    this.subject = subject;
    this.problems = problems;
  }

  Findings(String subject) {
    this(subject, new ArrayList<>());
  }

  void wrong(String rest) {
    problems.add(Problem.wrong(subject + " " + rest));
  }

  void uncertain(String rest) {
    problems.add(Problem.uncertain(subject + " " + rest));
  }

  /** A whole sentence that already names the subject. */
  void said(String sentence) {
    problems.add(Problem.wrong(sentence));
  }

  boolean anyWrong() {
    return problems.stream().anyMatch(problem -> problem.weight() == Problem.Weight.WRONG);
  }

  List<Problem> all() {
    return problems.stream().distinct().toList();
  }

  /** The value, or a note that it is missing. */
  <T> Optional<T> needed(Optional<T> value, String what) {
    if (value.isEmpty()) {
      wrong("has no %s: enter it".formatted(what));
    }
    return value;
  }

  Optional<String> text(String text, String what) {
    return needed(Optional.of(text).filter(entered -> !entered.isBlank()), what);
  }

  /** One of an enum's values; capitals, blanks and dashes don't matter. */
  <E extends Enum<E>> Optional<E> oneOf(Class<E> type, String text, String what) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    Optional<E> found =
        Arrays.stream(type.getEnumConstants()).filter(each -> each.name().equals(name)).findFirst();
    if (found.isEmpty()) {
      String known =
          Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
      wrong(
          text.isBlank()
              ? "has no %s: enter one of %s".formatted(what, known)
              : "has an unknown %s \"%s\": it must be one of %s".formatted(what, text, known));
    }
    return found;
  }

  /** What {@code make} makes of the text, or its refusal. */
  <T> Optional<T> made(String text, Function<String, T> make) {
    try {
      return Optional.of(make.apply(text));
    } catch (IllegalArgumentException e) {
      wrong("is refused: " + e.getMessage());
      return Optional.empty();
    }
  }
}
