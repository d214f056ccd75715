package org.haetae.casework.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.haetae.domain.id.Spelling;

/**
 * One thing of a file, each value as its text.
 *
 * @param line in the file, from 1
 */
record ImportRow(int line, Map<String, String> values) {
  ImportRow {
    values = Map.copyOf(values);
  }

  boolean has(String column) {
    return !values.getOrDefault(column, "").isBlank();
  }

  String text(String column) {
    if (!has(column)) {
      throw new ImportFault("\"%s\" is empty".formatted(column));
    }
    return values.getOrDefault(column, "").strip();
  }

  /** An id or another value that checks itself. */
  <T> T value(String column, Function<String, T> made) {
    try {
      return made.apply(text(column));
    } catch (IllegalArgumentException e) {
      throw new ImportFault("\"%s\": %s".formatted(column, e.getMessage()));
    }
  }

  <T> Optional<T> maybe(String column, Function<String, T> made) {
    return has(column) ? Optional.of(value(column, made)) : Optional.empty();
  }

  /** The parts of a list, which semicolons part. */
  List<String> parts(String column) {
    return Stream.of(values.getOrDefault(column, "").split(";"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  double number(String column) {
    return value(column, Double::parseDouble);
  }

  int whole(String column) {
    return value(column, Integer::parseInt);
  }

  <E extends Enum<E>> E constant(String column, Class<E> type) {
    return constant(column, text(column), type);
  }

  static <E extends Enum<E>> E constant(String column, String text, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (Spelling.of(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) {
        return constant;
      }
    }
    throw new ImportFault(
        "\"%s\": there is no \"%s\"; known are %s"
            .formatted(
                column,
                text,
                String.join(", ", Stream.of(type.getEnumConstants()).map(Spelling::of).toList())));
  }

  /** A day, which begins at midnight in {@code zone}, or a time with its offset. */
  Instant time(String column, ZoneId zone) {
    return time(column, text(column), zone);
  }

  static Instant time(String column, String text, ZoneId zone) {
    try {
      return text.length() == "2027-03-31".length()
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new ImportFault(
          "\"%s\": \"%s\" is no time; write 2027-03-31 or 2027-03-31T02:00+09:00"
              .formatted(column, text));
    }
  }
}
