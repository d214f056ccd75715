package org.haetae.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.haetae.app.Eyes;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.PhotoResult;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.JsonLines;
import org.haetae.app.terminal.Problem;
import org.haetae.domain.id.SafeName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts photographs that are good enough into a watchlist folder. */
@Command(
    name = "enrol",
    mixinStandardHelpOptions = true,
    description = {
      "Checks photographs of one subject and copies those that are good enough into"
          + " DIR/<subject>/.",
      "A photograph must show exactly one face, sharp, from the front and at least 48 pixels high."
          + " Nothing is overwritten; to undo, delete the copies that the command names.",
      ""
    },
    footer = {
      "",
      "Example: haetae enrol --watchlist people --subject kim-01 id-card.jpg station.jpg",
      "Exit codes: 0 every photograph was taken, 1 some were refused, 2 usage, 3 the weights are"
          + " missing or altered."
    })
final class EnrolCommand implements Callable<Integer> {
  @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "Photographs of the subject.")
  private List<Path> images = List.of();

  @Option(
      names = "--watchlist",
      required = true,
      paramLabel = "DIR",
      description = "Watchlist folder; made where it is missing.")
  private Path watchlist = Path.of("");

  @Option(
      names = "--subject",
      required = true,
      paramLabel = "ID",
      description = "Letters, digits, dots, dashes and underscores.")
  private String subject = "";

  @Option(names = "--dry-run", description = "Check only, copy nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "One JSON object a photograph on standard output.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (!SafeName.isSafe(subject)) {
      throw new Problem(
          ExitCode.USAGE,
          "\"%s\" can't be a subject's id: use 1 to 64 letters, digits, dots, dashes and underscores"
              .formatted(subject));
    }
    boolean failed = false;
    try (PhotoReader reader = new PhotoReader(Eyes.standard())) {
      for (Path image : images) {
        switch (reader.enrol(image)) {
          case PhotoResult.Accepted accepted -> take(accepted);
          case PhotoResult.Refused refused -> {
            failed = true;
            refuse(refused);
          }
        }
      }
      if (!dryRun && Files.isDirectory(watchlist)) {
        warnOfDoubles(reader);
      }
    }
    return (failed ? ExitCode.FAILURE_FOUND : ExitCode.DONE).value();
  }

  private void take(PhotoResult.Accepted accepted) throws IOException {
    Path folder = watchlist.resolve(subject);
    Path target = folder.resolve(accepted.file().getFileName());
    if (!dryRun) {
      Files.createDirectories(folder);
      if (Files.exists(target)) {
        throw new Problem(
            ExitCode.USAGE, "%s exists already: rename the photograph first".formatted(target));
      }
      Files.copy(accepted.file(), target);
    }
    report(
        accepted.file(),
        true,
        dryRun ? "is good enough" : "taken as " + target,
        accepted.quality().unified());
  }

  private void refuse(PhotoResult.Refused refused) {
    report(refused.file(), false, refused.reason(), 0);
  }

  private void report(Path file, boolean taken, String what, float quality) {
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("type", "photograph");
      line.put("image", file.toString());
      line.put("taken", taken);
      line.put("detail", what);
      line.put("quality", JsonLines.round(quality, 3));
      JsonLines.write(System.out, line);
    } else if (taken) {
      System.out.printf("%s: %s, quality %.2f%n", file.getFileName(), what, quality);
    } else {
      System.out.printf("%s: refused, it %s%n", file.getFileName(), what);
    }
  }

  private void warnOfDoubles(PhotoReader reader) {
    try {
      WatchlistFolder.read(watchlist, reader);
    } catch (Problem problem) {
      System.err.println("haetae: note that " + problem.getMessage());
    }
  }
}
