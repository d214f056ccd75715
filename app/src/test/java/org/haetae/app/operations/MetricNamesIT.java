package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.app.Home;
import org.junit.jupiter.api.Test;

/**
 * A rule on a name that nothing shows never fires, and nobody notices. So whatever the rules, their
 * tests, the dashboard and the pages name is looked for at a live site.
 */
class MetricNamesIT {
  private static final Pattern USE = Pattern.compile("\\b(haetae_[a-z_]+)(?:\\{([^}]*)})?");

  /** Labels that Prometheus puts on, a histogram's borders, and what differs from site to site. */
  private static final Set<String> FOREIGN =
      Set.of("job", "instance", "site", "le", "camera", "channel", "station");

  @Test
  void whateverIsNamedIsShown() throws IOException, InterruptedException {
    LiveMetrics live = LiveMetrics.scraped();
    assertTrue(live.has("haetae_incidents_open", List.of("severity=\"danger\"")));
    assertFalse(live.has("haetae_incidents_open", List.of("severity=\"grave\"")));
    assertFalse(live.has("haetae_incidents", List.of()));
    Set<String> missing = new TreeSet<>();
    int uses = 0;
    for (String text : texts()) {
      Matcher use = USE.matcher(text);
      while (use.find()) {
        uses++;
        String name = Objects.requireNonNull(use.group(1));
        String labels = use.group(2) == null ? "" : use.group(2);
        if (!live.has(name, own(labels))) {
          missing.add(use.group());
        }
      }
    }
    assertTrue(uses > 100, "only " + uses + " uses were found");
    assertEquals(Set.of(), missing, "named, but not shown by a site that has just begun");
  }

  /** The labels that Haetae itself puts on and that are asked for exactly. */
  private static List<String> own(String labels) {
    return Arrays.stream(labels.split(",", -1))
        .filter(label -> label.matches("[a-z]+=\"[^\"]*\""))
        .filter(label -> !FOREIGN.contains(label.substring(0, label.indexOf('='))))
        .toList();
  }

  private static List<String> texts() throws IOException {
    List<Path> files = new ArrayList<>(RuleFiles.tests());
    files.add(RuleFiles.FOLDER.resolve("haetae.rules.yml"));
    files.add(Home.folder().resolve("docs").resolve("operations.md"));
    files.add(Home.folder().resolve("README.md"));
    List<String> texts = new ArrayList<>(Dashboard.read().queries());
    for (Path file : files) {
      texts.add(Files.readString(file));
    }
    return texts;
  }
}
