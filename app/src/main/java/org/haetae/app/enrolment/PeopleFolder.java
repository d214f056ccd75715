package org.haetae.app.enrolment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;

/** Labelled photographs: a folder that has a folder of pictures for each person. */
public final class PeopleFolder {
  private PeopleFolder() {}

  /**
   * The pictures of each person, by name.
   *
   * @throws Problem when there is no such folder, or fewer than two people in it
   */
  public static Map<String, List<Path>> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new Problem(ExitCode.USAGE, "there is no folder %s: check the path".formatted(folder));
    }
    Map<String, List<Path>> people = new LinkedHashMap<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path person : folders.filter(Files::isDirectory).sorted().toList()) {
        people.put(person.getFileName().toString(), WatchlistFolder.pictures(person));
      }
    }
    if (people.size() < 2) {
      throw new Problem(
          ExitCode.USAGE,
          "%s holds fewer than two people: it needs a folder for each".formatted(folder));
    }
    return people;
  }
}
