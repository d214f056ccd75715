package org.haetae.console.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What axe-core finds wrong with the page that a browser shows, by the rules for WCAG 2.2, levels A
 * and AA, that a machine can judge.
 */
final class Axe {
  private static final String JUDGE =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        rules: {"target-size": {enabled: true}},
        resultTypes: ["violations"],
      }).then(
        (all) => done(all.violations.flatMap((one) => one.nodes.map((node) =>
            one.id + ": " + node.html.slice(0, 160) + " " + node.failureSummary.replace(/\\s+/g, " ")))),
        (refused) => done(["axe: " + refused]));
      """;

  private final String script;

  Axe() throws IOException {
    try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** One sentence for each element that breaks a rule. */
  List<String> findings(RealBrowser browser) {
    if (!browser.holds("window.axe")) {
      var _ = browser.run(script);
    }
    return browser.await(JUDGE) instanceof List<?> found
        ? found.stream().map(String::valueOf).toList()
        : List.of("axe answers nothing");
  }
}
