package org.haetae.benchmarks.liveness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.haetae.app.Home;
import org.haetae.app.enrolment.PeopleFolder;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.app.terminal.Progress;
import org.haetae.domain.face.Embedding;

/**
 * Prints how often each kind of attack passes for alive (APCER) and living people for an attack
 * (BPCER): at the network's own threshold, and where five living people in a hundred are refused;
 * also how often a picture held up is recognised as whom it shows.
 */
public final class LivenessTable {
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
    new LivenessReport(table.shown, table.unseen, table.photographed).print();
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

  private void readReplays(
      Reading reading, Path replays, Function<String, Optional<Path>> enrolment)
      throws IOException {
    Map<String, List<Path>> people = PeopleFolder.read(replays);
    Progress progress = Progress.onStandardError("replays", people.size());
    long done = 0;
    for (Map.Entry<String, List<Path>> one : people.entrySet()) {
      String person = one.getKey();
      Optional<Embedding> enrolled =
          enrolment.apply(person).flatMap(reading::largest).map(Reading.Face::embedding);
      for (Path file : one.getValue()) {
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
      progress.at(++done, person);
    }
    progress.done("%d faces of %d people".formatted(shown.size(), people.size()));
  }

  private void readPhotographs(Reading reading, Path folder) throws IOException {
    for (Map.Entry<String, List<Path>> one : PeopleFolder.read(folder).entrySet()) {
      for (Path file : one.getValue()) {
        reading
            .largest(file)
            .ifPresent(
                face ->
                    photographed.add(
                        new Presentation(
                            one.getKey(),
                            Presentation.LIVE,
                            (int) Math.round(face.height()),
                            face.answers(),
                            Double.NaN)));
      }
    }
  }
}
