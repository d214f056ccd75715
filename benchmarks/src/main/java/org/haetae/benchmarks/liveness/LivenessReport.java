package org.haetae.benchmarks.liveness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.haetae.app.evaluation.video.Bootstrap;
import org.haetae.app.evaluation.video.Outcome;
import org.haetae.app.evaluation.video.Rate;
import org.haetae.pipeline.evidence.EvidencePolicy;

/**
 * The tables, in Markdown.
 *
 * @param shown attacks and the living beside them
 * @param unseen how many pictures of each kind show no face that was found
 * @param photographed other living people
 */
record LivenessReport(
    List<Presentation> shown, Map<String, Integer> unseen, List<Presentation> photographed) {
  private static final double REFUSED = 0.05;
  private static final int GALLERY = 10;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(2_000, 20_261_127);

  void print() {
    List<Presentation> live = shown.stream().filter(Presentation::isLive).toList();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("mistaken at 0.5, %", Thresholds.LIKELIER));
    refusing("rendered", live).ifPresent(columns::add);
    refusing("photographed", photographed).ifPresent(columns::add);
    System.out.printf(
        "%d faces held up or there, %d of them living; %d photographs of living people%n%n",
        shown.size(), live.size(), photographed.size());
    System.out.println(
        "| what | faces | face not found | "
            + columns.stream().map(Column::name).collect(Collectors.joining(" | "))
            + " | mean answer | recognised, % |");
    System.out.println("|---".repeat(5 + columns.size()) + "|");
    row("photographed", photographed, columns);
    row(Presentation.LIVE, live, columns);
    for (String what : attacks()) {
      row(what, only(p -> p.what().equals(what)), columns);
    }
    System.out.println(
        "\n| what | faces | mistaken at 0.5, % | with a black frame drawn around the face |"
            + " with nothing around the face |\n|---|---|---|---|---|");
    row("photographed", photographed);
    row(Presentation.LIVE, live);
    attacks().forEach(what -> row(what, only(p -> p.what().equals(what))));
    skins(live);
    System.out.println("\n| face height | what | faces | mistaken at 0.5, % |\n|---|---|---|---|");
    NavigableSet<Integer> heights = new TreeSet<>();
    shown.forEach(p -> heights.add(p.height()));
    for (int height : heights) {
      height(height, Presentation.LIVE);
      attacks().forEach(what -> height(height, what));
    }
  }

  private static Optional<Column> refusing(String of, List<Presentation> living) {
    if (living.isEmpty()) {
      return Optional.empty();
    }
    double threshold = Thresholds.refusing(REFUSED, living);
    return Optional.of(
        new Column(
            String.format(
                Locale.ROOT, "at %.3f, where 5 %% of the %s living are refused, %%", threshold, of),
            threshold));
  }

  private NavigableSet<String> attacks() {
    NavigableSet<String> attacks = new TreeSet<>();
    shown.stream().filter(p -> !p.isLive()).forEach(p -> attacks.add(p.what()));
    return attacks;
  }

  private List<Presentation> only(Predicate<Presentation> which) {
    return shown.stream().filter(which).toList();
  }

  private void row(String what, List<Presentation> of, List<Column> columns) {
    if (of.isEmpty()) {
      return;
    }
    double site = EvidencePolicy.standard().scoreThreshold(GALLERY);
    List<Presentation> known = of.stream().filter(p -> !Double.isNaN(p.cosine())).toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %s | %.2f | %s |%n",
        what,
        of.size(),
        unseen.getOrDefault(what, 0),
        columns.stream()
            .map(column -> share(of, p -> p.isMistaken(column.threshold())))
            .collect(Collectors.joining(" | ")),
        of.stream().mapToDouble(p -> p.live().whole()).average().orElse(Double.NaN),
        share(known, p -> p.cosine() >= site));
  }

  private static void row(String what, List<Presentation> of) {
    if (of.isEmpty()) {
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s |%n",
        what,
        of.size(),
        share(of, p -> p.isMistaken(Thresholds.LIKELIER)),
        share(of, p -> p.isLive() != p.live().framed() >= Thresholds.LIKELIER),
        share(of, p -> p.isLive() != p.live().cut() >= Thresholds.LIKELIER));
  }

  private static void skins(List<Presentation> live) {
    if (live.isEmpty()) {
      return;
    }
    System.out.println("\n| skin | living faces | mistaken at 0.5, % |\n|---|---|---|");
    new TreeSet<>(live.stream().map(Presentation::skin).toList())
        .forEach(skin -> skin(skin, live.stream().filter(p -> p.skin().equals(skin)).toList()));
  }

  private static void skin(String skin, List<Presentation> of) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s |%n",
        skin,
        of.size(),
        share(of, p -> p.isMistaken(Thresholds.LIKELIER)));
  }

  private void height(int height, String what) {
    List<Presentation> of = only(p -> p.height() == height && p.what().equals(what));
    if (of.isEmpty()) {
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %d | %s |%n",
        height,
        what,
        of.size(),
        share(of, p -> p.isMistaken(Thresholds.LIKELIER)));
  }

  private static String share(List<Presentation> of, Predicate<Presentation> hit) {
    if (of.isEmpty()) {
      return "–";
    }
    Rate rate =
        Rate.of(of.stream().map(p -> new Outcome(p.person(), hit.test(p))).toList(), BOOTSTRAP);
    return String.format(
        Locale.ROOT,
        "%.0f (%.0f–%.0f)",
        100 * rate.value(),
        100 * rate.interval().low(),
        100 * rate.interval().high());
  }

  /** A threshold and the heading of its column. */
  private record Column(String name, double threshold) {}
}
