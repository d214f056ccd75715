package org.haetae.benchmarks.liveness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.app.Home;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.app.evaluation.video.Bootstrap;
import org.haetae.app.evaluation.video.Outcome;
import org.haetae.app.evaluation.video.Rate;
import org.haetae.app.terminal.Progress;
import org.haetae.domain.face.Embedding;
import org.haetae.pipeline.evidence.EvidencePolicy;

/**
 * Prints how often each kind of attack passes for alive (APCER) and living people for an attack
 * (BPCER): at the network's own threshold, and where five living people in a hundred are refused;
 * also how often a picture held up is recognised as whom it shows.
 */
public final class LivenessTable {
  private static final double REFUSED = 0.05;
  private static final int GALLERY = 10;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(2_000, 20_261_127);

  private final List<Presentation> shown = new ArrayList<>();
  private final Map<String, Integer> unseen = new TreeMap<>();
  private final List<Presentation> photographed = new ArrayList<>();

  private LivenessTable() {}

  /**
   * @param arguments a folder of photographs of living people, one folder each; may be left out.
   *     Behind it another folder of {@code person/what-pixels.jpg} instead of the shipped one
   */
  public static void main(String[] arguments) throws IOException {
    Path footage = Home.folder().resolve("camera-sim/footage");
    Path replays = arguments.length > 1 ? Path.of(arguments[1]) : footage.resolve("replays");
    Optional<Path> living =
        arguments.length > 0 ? Optional.of(Path.of(arguments[0])) : Optional.empty();
    LivenessTable table = new LivenessTable();
    try (Reading reading = new Reading()) {
      table.readReplays(
          reading, replays, person -> enrolment(footage.resolve("panel"), living, person));
      if (living.isPresent()) {
        table.readPhotographs(reading, living.get());
      }
    }
    table.print();
  }

  /**
   * Somebody of the panel is enrolled with their first picture there, anybody else with their last
   * photograph: attacks are made with the first ones.
   */
  private static Optional<Path> enrolment(Path panel, Optional<Path> living, String person) {
    Path first = panel.resolve(person).resolve("01.jpg");
    if (Files.exists(first)) {
      return Optional.of(first);
    }
    return living
        .map(folder -> folder.resolve(person))
        .filter(Files::isDirectory)
        .map(folder -> WatchlistFolder.pictures(folder).getLast());
  }

  private static List<Path> people(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private void readReplays(
      Reading reading, Path replays, Function<String, Optional<Path>> enrolment)
      throws IOException {
    List<Path> people = people(replays);
    Progress progress = Progress.onStandardError("replays", people.size());
    for (int i = 0; i < people.size(); i++) {
      String person = people.get(i).getFileName().toString();
      Optional<Embedding> enrolled =
          enrolment.apply(person).flatMap(reading::largest).map(Reading.Face::embedding);
      for (Path file : WatchlistFolder.pictures(people.get(i))) {
        Presentation.Kind kind = Presentation.Kind.of(file.getFileName().toString());
        Optional<Reading.Face> face = reading.largest(file);
        if (face.isEmpty()) {
          unseen.merge(kind.what(), 1, Integer::sum);
          continue;
        }
        double cosine =
            enrolled.map(e -> (double) e.cosine(face.get().embedding())).orElse(Double.NaN);
        shown.add(
            new Presentation(person, kind.what(), kind.height(), face.get().answers(), cosine));
      }
      progress.at(i + 1L, person);
    }
    progress.done("%d faces of %d people".formatted(shown.size(), people.size()));
  }

  private void readPhotographs(Reading reading, Path folder) throws IOException {
    for (Path person : people(folder)) {
      for (Path file : WatchlistFolder.pictures(person)) {
        reading
            .largest(file)
            .ifPresent(
                face ->
                    photographed.add(
                        new Presentation(
                            person.getFileName().toString(),
                            Presentation.LIVE,
                            (int) Math.round(face.height()),
                            face.answers(),
                            Double.NaN)));
      }
    }
  }

  private void print() {
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
