package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule on a name that nothing exposes never fires, and nobody notices. */
class MetricNamesTest {
  private static final Pattern NAME = Pattern.compile("\\bhaetae_[a-z_]+\\b");

  @TempDir private Path temp = Path.of("");

  @Test
  void rulesAndDashboardUseOnlyNamesThatAreExposedOrPlanned() throws IOException {
    Set<String> used = used();
    assertTrue(used.size() > 20, () -> "only " + used + " were found");
    Set<String> unknown = new TreeSet<>(used);
    unknown.removeAll(ExposedNames.of(temp));
    unknown.removeAll(planned());
    assertEquals(Set.of(), unknown, "used by a rule or a panel, exposed by nothing");
  }

  @Test
  void whatIsExposedIsNoLongerPlanned() throws IOException {
    Set<String> both = new TreeSet<>(planned());
    both.retainAll(ExposedNames.of(temp));
    assertEquals(Set.of(), both, "strike these out of planned-metrics.txt");
  }

  @Test
  void whatIsPlannedIsUsed() throws IOException {
    Set<String> idle = new TreeSet<>(planned());
    idle.removeAll(used());
    assertEquals(Set.of(), idle, "neither a rule nor a panel uses these of planned-metrics.txt");
  }

  private static Set<String> used() throws IOException {
    List<String> rules = RuleFiles.rules().stream().map(AlertRule::expression).toList();
    return Stream.concat(rules.stream(), Dashboard.read().queries().stream())
        .flatMap(query -> NAME.matcher(query).results().map(MatchResult::group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> planned() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(MetricNamesTest.class.getResourceAsStream("planned-metrics.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
