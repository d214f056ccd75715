package org.haetae.casework.risk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.haetae.domain.order.RiskGrade;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a {@link Checklist} from YAML, strictly: an unknown key or grade is refused. The form is
 * that of {@code checklists/haetae-2026.yaml}. Stateless.
 */
public final class ChecklistReader {
  private static final String SHIPPED = "haetae-2026.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String name;

  private ChecklistReader(String name) {
    this.name = name;
  }

  /** The one that is shipped. */
  public static Checklist shipped() {
    try (InputStream in =
        Objects.requireNonNull(
            ChecklistReader.class.getResourceAsStream("checklists/" + SHIPPED), SHIPPED)) {
      return read(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ChecklistException(SHIPPED + " can't be read: " + e.getMessage());
    }
  }

  /**
   * @param name what messages call it
   * @throws ChecklistException where it is no checklist
   */
  public static Checklist read(String name, String yaml) {
    ChecklistReader reader = new ChecklistReader(name);
    try {
      return reader.checklist(YAML.readTree(yaml));
    } catch (JacksonException e) {
      throw new ChecklistException("%s is no YAML: %s".formatted(name, e.getOriginalMessage()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ChecklistException("%s: %s".formatted(name, e.getMessage()));
    }
  }

  private Checklist checklist(JsonNode root) {
    keys(
        root,
        Set.of("id", "version", "grades", "respondent", "person", "measures", "review"),
        "the checklist");
    List<Question> questions = new ArrayList<>();
    questions.addAll(questions(root, "respondent", Question.About.RESPONDENT));
    questions.addAll(questions(root, "person", Question.About.PERSON));
    Map<RiskGrade, Integer> bounds = new EnumMap<>(RiskGrade.class);
    for (Map.Entry<String, JsonNode> bound : root.path("grades").properties()) {
      bounds.put(grade(bound.getKey()), whole(bound.getValue(), "grades: " + bound.getKey()));
    }
    Map<MeasureSuggested, RiskGrade> measures = new EnumMap<>(MeasureSuggested.class);
    for (Map.Entry<String, JsonNode> measure : root.path("measures").properties()) {
      measures.put(measure(measure.getKey()), grade(text(measure.getValue(), "measures")));
    }
    return new Checklist(
        new ChecklistVersion(text(root.path("id"), "id"), text(root.path("version"), "version")),
        questions,
        bounds,
        measures,
        review(root.path("review")));
  }

  private List<Question> questions(JsonNode root, String section, Question.About about) {
    List<Question> all = new ArrayList<>();
    for (JsonNode node : root.path(section)) {
      keys(node, Set.of("id", "weight", "at-least", "ko", "en"), "a question of " + section);
      JsonNode atLeast = node.path("at-least");
      all.add(
          new Question(
              text(node.path("id"), section + ": id"),
              about,
              whole(node.path("weight"), section + ": weight"),
              atLeast.isMissingNode()
                  ? Optional.empty()
                  : Optional.of(grade(text(atLeast, "at-least"))),
              text(node.path("ko"), section + ": ko"),
              text(node.path("en"), section + ": en")));
    }
    if (all.isEmpty()) {
      throw new ChecklistException("%s: \"%s\" has no question".formatted(name, section));
    }
    return all;
  }

  private ReviewRule review(JsonNode node) {
    Map<RiskGrade, TemporalAmount> after = new EnumMap<>(RiskGrade.class);
    for (Map.Entry<String, JsonNode> time : node.properties()) {
      if (!time.getKey().equals("zone")) {
        after.put(grade(time.getKey()), amount(text(time.getValue(), time.getKey())));
      }
    }
    return new ReviewRule(ZoneId.of(text(node.path("zone"), "review: zone")), after);
  }

  private static TemporalAmount amount(String text) {
    return text.startsWith("PT") ? Duration.parse(text) : Period.parse(text);
  }

  private RiskGrade grade(String text) {
    return constant(RiskGrade.class, text);
  }

  private MeasureSuggested measure(String text) {
    return constant(MeasureSuggested.class, text);
  }

  private <E extends Enum<E>> E constant(Class<E> type, String text) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new ChecklistException(
          "%s: there is no \"%s\"; known are %s"
              .formatted(name, text, List.of(type.getEnumConstants())));
    }
  }

  private void keys(JsonNode node, Set<String> known, String where) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!known.contains(entry.getKey())) {
        throw new ChecklistException(
            "%s: %s has an unknown key \"%s\"".formatted(name, where, entry.getKey()));
      }
    }
  }

  private String text(JsonNode node, String where) {
    if (!node.isString() || node.asString().isBlank()) {
      throw new ChecklistException("%s: \"%s\" must be a text".formatted(name, where));
    }
    return node.asString();
  }

  private int whole(JsonNode node, String where) {
    if (!node.isInt()) {
      throw new ChecklistException("%s: \"%s\" must be a whole number".formatted(name, where));
    }
    return node.asInt();
  }
}
