package org.haetae.benchmarks.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.haetae.app.enrolment.PeopleFolder;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.evaluation.Sample;
import org.haetae.app.terminal.Progress;
import org.haetae.benchmarks.robustness.corruption.Optics;

/**
 * The clean photographs of a folder that has a folder for each person.
 *
 * @param missed photographs in which no face was found even clean; they are left out
 */
record Photographs(int people, List<Photograph> all, int missed) {
  static Photographs read(Path folder, PhotoReader reader) throws IOException {
    Map<String, List<Path>> people = PeopleFolder.read(folder);
    List<Photograph> all = new ArrayList<>();
    int missed = 0;
    Progress progress = Progress.onStandardError("clean photographs", people.size());
    int person = 0;
    for (Map.Entry<String, List<Path>> each : people.entrySet()) {
      String identity = each.getKey();
      for (Path file : each.getValue()) {
        int owner = person;
        int before = all.size();
        byte[] bytes = Files.readAllBytes(file);
        reader
            .largestFace(file)
            .map(
                read ->
                    new Photograph(
                        owner,
                        new Sample(
                            identity,
                            file.getFileName().toString(),
                            read.template().embedding(),
                            read.face().box().height()),
                        Optics.decode(bytes),
                        read))
            .ifPresent(all::add);
        missed += all.size() == before ? 1 : 0;
      }
      progress.at(++person, "");
    }
    progress.done("%d of %d people".formatted(all.size(), people.size()));
    return new Photographs(people.size(), List.copyOf(all), missed);
  }

  List<Sample> samples() {
    return all.stream().map(Photograph::sample).toList();
  }

  /** The first few photographs of each person. */
  List<Photograph> firstOfEach(int few) {
    return IntStream.range(0, people)
        .boxed()
        .flatMap(person -> all.stream().filter(p -> p.person() == person).limit(few))
        .toList();
  }
}
