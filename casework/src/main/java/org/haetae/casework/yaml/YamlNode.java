package org.haetae.casework.yaml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.domain.id.Spelling;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A place in a data file that knows how it is called. Every fault is a {@link YamlException}. */
public record YamlNode(String where, JsonNode node) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * @param name what messages call the file
   */
  public static YamlNode read(String name, String yaml) {
    try {
      return new YamlNode(name, YAML.readTree(yaml));
    } catch (JacksonException e) {
      throw new YamlException(
          "%s, line %d, is no YAML: %s"
              .formatted(
                  name,
                  e.getLocation().getLineNr(),
                  e.getOriginalMessage().replaceAll("\\s+", " ")));
    }
  }

  /** The same, once it is sure that no other keys are there. */
  public YamlNode only(String... known) {
    Set<String> all = Set.of(known);
    for (String key : keys()) {
      if (!all.contains(key)) {
        throw fault("has an unknown key \"%s\"; known are %s".formatted(key, List.of(known)));
      }
    }
    return this;
  }

  public List<String> keys() {
    return List.copyOf(node.propertyNames());
  }

  public YamlNode at(String key) {
    return new YamlNode(where + ": " + key, node.path(key));
  }

  public boolean has(String key) {
    return node.has(key);
  }

  public Optional<YamlNode> maybe(String key) {
    return has(key) ? Optional.of(at(key)) : Optional.empty();
  }

  /** The members of a list with at least one. */
  public List<YamlNode> list() {
    if (!node.isArray() || node.isEmpty()) {
      throw fault("must be a list with at least one member");
    }
    List<YamlNode> all = new ArrayList<>();
    for (JsonNode member : node) {
      all.add(new YamlNode("%s, %d".formatted(where, all.size() + 1), member));
    }
    return all;
  }

  public String text() {
    if (!node.isString() || node.asString().isBlank()) {
      throw fault("must be a text");
    }
    return node.asString();
  }

  public int whole() {
    if (!node.isInt()) {
      throw fault("must be a whole number");
    }
    return node.asInt();
  }

  /** A whole number of at least 1. */
  public int count() {
    int count = whole();
    if (count < 1) {
      throw fault("must be at least 1");
    }
    return count;
  }

  public double number() {
    if (!node.isNumber()) {
      throw fault("must be a number");
    }
    return node.asDouble();
  }

  public boolean yes() {
    if (!node.isBoolean()) {
      throw fault("must be true or false");
    }
    return node.asBoolean();
  }

  /** A constant in lower case with dashes. */
  public <E extends Enum<E>> E constant(Class<E> type) {
    return constant(type, text());
  }

  /** The constant that {@code name} stands for. */
  public <E extends Enum<E>> E constant(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (Spelling.of(constant).equals(name)) {
        return constant;
      }
    }
    throw fault(
        "there is no \"%s\"; known are %s"
            .formatted(name, List.of(type.getEnumConstants()).stream().map(Spelling::of).toList()));
  }

  /** A time of exact length, {@code PT…}, or of days, {@code P…D}, each of 24 hours. */
  public Duration duration() {
    try {
      Duration duration = Duration.parse(text());
      if (!duration.isPositive()) {
        throw fault("must be longer than nothing");
      }
      return duration;
    } catch (DateTimeException e) {
      throw fault("must be a duration such as PT30M or P14D");
    }
  }

  /** A time of calendar days, months or years. */
  public Period period() {
    try {
      Period period = Period.parse(text());
      if (period.isZero() || period.isNegative()) {
        throw fault("must be longer than nothing");
      }
      return period;
    } catch (DateTimeException e) {
      throw fault("must be a time of calendar days such as P7D or P6M");
    }
  }

  /** {@link #duration} where it begins with {@code PT}, else {@link #period}. */
  public TemporalAmount amount() {
    return text().startsWith("PT") ? duration() : period();
  }

  public ZoneId zone() {
    try {
      return ZoneId.of(text());
    } catch (DateTimeException e) {
      throw fault("must be a time zone such as Asia/Seoul");
    }
  }

  public YamlException fault(String why) {
    return new YamlException("%s %s".formatted(where, why));
  }
}
