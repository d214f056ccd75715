package org.haetae.casework.retention;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.haetae.casework.order.DayCount;
import org.haetae.casework.order.Term;
import org.haetae.casework.retention.RetentionRule.Basis;
import org.haetae.casework.yaml.YamlException;
import org.haetae.casework.yaml.YamlNode;

/**
 * Reads {@link RetentionRules} from YAML, strictly: a class that is left out is a fault, so nothing
 * is kept without somebody having decided how long. The form is that of {@code korea-2026.yaml}.
 */
public final class RetentionRulesReader {
  private static final String KOREA = "korea-2026.yaml";

  private RetentionRulesReader() {}

  /** Those that are shipped. */
  public static RetentionRules korea() {
    try (InputStream in =
        Objects.requireNonNull(RetentionRulesReader.class.getResourceAsStream(KOREA), KOREA)) {
      return read(KOREA, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new YamlException(KOREA + " can't be read: " + e.getMessage());
    }
  }

  /**
   * @param name what messages call it
   */
  public static RetentionRules read(String name, String yaml) {
    YamlNode root = YamlNode.read(name, yaml).only("version", "zone", "keep");
    YamlNode keep = root.at("keep");
    Map<KeptClass, RetentionRule> rules = new EnumMap<>(KeptClass.class);
    for (String key : keep.keys()) {
      KeptClass what = keep.constant(KeptClass.class, key);
      rules.put(what, rule(what, keep.at(key)));
    }
    try {
      return new RetentionRules(
          root.at("version").text(), new DayCount(root.at("zone").zone(), false), rules);
    } catch (IllegalArgumentException e) {
      throw keep.fault(String.valueOf(e.getMessage()));
    }
  }

  private static RetentionRule rule(KeptClass what, YamlNode node) {
    YamlNode known = node.only("for", "counted", "basis", "source");
    Optional<Term> length =
        known
            .maybe("for")
            .map(
                term ->
                    term.text().startsWith("PT")
                        ? new Term.Hours(term.duration())
                        : new Term.Days(term.period()));
    try {
      return new RetentionRule(
          what,
          length,
          known.at("counted").text(),
          known.at("basis").constant(Basis.class),
          known.at("source").text());
    } catch (IllegalArgumentException e) {
      throw node.fault(String.valueOf(e.getMessage()));
    }
  }
}
