package org.haetae.casework.risk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.haetae.casework.yaml.YamlException;
import org.haetae.casework.yaml.YamlNode;
import org.haetae.domain.order.RiskGrade;

/**
 * Reads a {@link Checklist} from YAML, strictly. The form is that of {@code
 * checklists/haetae-2026.yaml}. Every fault is a {@link YamlException}. Stateless.
 */
public final class ChecklistReader {
  private static final String SHIPPED = "haetae-2026.yaml";

  private ChecklistReader() {}

  /** The one that is shipped. */
  public static Checklist shipped() {
    try (InputStream in =
        Objects.requireNonNull(
            ChecklistReader.class.getResourceAsStream("checklists/" + SHIPPED), SHIPPED)) {
      return read(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new YamlException(SHIPPED + " can't be read: " + e.getMessage());
    }
  }

  /**
   * @param name what messages call it
   */
  public static Checklist read(String name, String yaml) {
    YamlNode root =
        YamlNode.read(name, yaml)
            .only("id", "version", "grades", "respondent", "person", "measures", "review");
    List<Question> questions = new ArrayList<>();
    for (YamlNode node : root.at("respondent").list()) {
      questions.add(question(node, Question.About.RESPONDENT));
    }
    for (YamlNode node : root.at("person").list()) {
      questions.add(question(node, Question.About.PERSON));
    }
    try {
      return new Checklist(
          new ChecklistVersion(root.at("id").text(), root.at("version").text()),
          questions,
          bounds(root.at("grades")),
          measures(root.at("measures")),
          review(root.at("review")));
    } catch (IllegalArgumentException e) {
      throw new YamlException("%s: %s".formatted(name, e.getMessage()));
    }
  }

  private static Question question(YamlNode node, Question.About about) {
    YamlNode known = node.only("id", "weight", "at-least", "ko", "en");
    return new Question(
        known.at("id").text(),
        about,
        known.at("weight").count(),
        known.maybe("at-least").map(grade -> grade.constant(RiskGrade.class)),
        known.at("ko").text(),
        known.at("en").text());
  }

  private static Map<RiskGrade, Integer> bounds(YamlNode node) {
    Map<RiskGrade, Integer> bounds = new EnumMap<>(RiskGrade.class);
    for (String key : node.keys()) {
      bounds.put(node.constant(RiskGrade.class, key), node.at(key).whole());
    }
    return bounds;
  }

  private static Map<MeasureSuggested, RiskGrade> measures(YamlNode node) {
    Map<MeasureSuggested, RiskGrade> measures = new EnumMap<>(MeasureSuggested.class);
    for (String key : node.keys()) {
      measures.put(
          node.constant(MeasureSuggested.class, key), node.at(key).constant(RiskGrade.class));
    }
    return measures;
  }

  private static ReviewRule review(YamlNode node) {
    Map<RiskGrade, TemporalAmount> after = new EnumMap<>(RiskGrade.class);
    for (String key : node.keys()) {
      if (!key.equals("zone")) {
        after.put(node.constant(RiskGrade.class, key), node.at(key).amount());
      }
    }
    return new ReviewRule(node.at("zone").zone(), after);
  }
}
