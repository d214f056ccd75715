package org.haetae.casework.planning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.haetae.casework.yaml.YamlException;
import org.haetae.casework.yaml.YamlNode;

/**
 * Reads {@link PlanFigures} from YAML, strictly. The form is that of {@code plan-figures.yaml}.
 * Every fault is a {@link YamlException}.
 */
public final class PlanFiguresReader {
  private static final String SHIPPED = "plan-figures.yaml";

  private PlanFiguresReader() {}

  /** The ones that are shipped. */
  public static PlanFigures shipped() {
    try (InputStream in =
        Objects.requireNonNull(PlanFiguresReader.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return read(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new YamlException(SHIPPED + " can't be read: " + e.getMessage());
    }
  }

  /**
   * @param name what messages call it
   */
  public static PlanFigures read(String name, String yaml) {
    YamlNode root = YamlNode.read(name, yaml).only("version", "source", "cases", "national-stock");
    var _ = root.at("version").text();
    String source = root.at("source").text();
    List<PeriodCases> cases =
        root.at("cases").list().stream().map(PlanFiguresReader::period).toList();
    List<Integer> stock = root.at("national-stock").list().stream().map(YamlNode::count).toList();
    try {
      return new PlanFigures(source, cases, stock);
    } catch (IllegalArgumentException e) {
      throw root.fault("is no plan: " + e.getMessage());
    }
  }

  private static PeriodCases period(YamlNode node) {
    YamlNode known = node.only("from", "until", "count");
    LocalDate from = day(known.at("from"));
    LocalDate until = day(known.at("until"));
    int count = known.at("count").count();
    try {
      return new PeriodCases(from, until, count);
    } catch (IllegalArgumentException e) {
      throw node.fault("is no period: " + e.getMessage());
    }
  }

  private static LocalDate day(YamlNode node) {
    try {
      return LocalDate.parse(node.text());
    } catch (DateTimeException e) {
      throw node.fault("must be a day such as \"2021-07-01\"");
    }
  }
}
