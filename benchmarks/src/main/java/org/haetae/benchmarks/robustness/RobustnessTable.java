package org.haetae.benchmarks.robustness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.app.terminal.Progress;
import org.haetae.benchmarks.robustness.corruption.Corruption;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what is left of recognition when pictures are spoilt. */
@Command(
    name = "robustness",
    mixinStandardHelpOptions = true,
    description = {
      "Spoils labelled photographs (FOLDER/<person>/*.jpg; the shipped rendered ones, unless named)"
          + " in ten ways and five steps, reads them again and prints a table in Markdown.",
      "Thresholds are set on the clean photographs and stay.",
      ""
    },
    footer = {
      "",
      "Example: benchmarks/run robustness ../shared/eval/lfw100 --only mask,hood --sheet sheet.png"
    })
public final class RobustnessTable implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "A folder for each person.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Some corruptions only, by name, separated by commas.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--sheet",
      paramLabel = "FILE.png",
      description = "Write all corruptions of one face as a picture, and measure nothing.")
  private Optional<Path> sheet = Optional.empty();

  @Option(
      names = "--of",
      paramLabel = "N",
      description = "Which photograph the sheet is of, from 0 on.")
  private int of;

  @Option(
      names = "--of-each",
      paramLabel = "N",
      description = "Spoil the first N photographs of each person only; all are enrolled.")
  private int ofEach = Integer.MAX_VALUE;

  @Option(names = "--seed", description = "Of all chance; 1 unless given.")
  private long seed = 1;

  /**
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new RobustnessTable())
            .setExecutionExceptionHandler(
                (problem, _, _) -> {
                  if (problem instanceof Problem known) {
                    System.err.println("robustness: " + known.getMessage());
                    return known.code().value();
                  }
                  throw problem;
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<Corruption> corruptions = chosen();
    try (PhotoReader reader = new PhotoReader(Eyes.standard())) {
      Photographs clean =
          Photographs.read(
              folder.orElse(Home.folder().resolve("camera-sim/footage/stills")), reader);
      if (sheet.isPresent()) {
        ContactSheet.write(
            sheet.get(), clean.all().get(Math.floorMod(of, clean.all().size())), corruptions, seed);
        System.err.println("sheet written to " + sheet.get());
        return ExitCode.DONE.value();
      }
      measure(clean, corruptions, new Trial(clean, reader, ofEach, seed));
    }
    return ExitCode.DONE.value();
  }

  private List<Corruption> chosen() {
    List<String> names = Corruption.all().stream().map(Corruption::name).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw new Problem(
            ExitCode.USAGE,
            "there is no corruption \"%s\": take of %s".formatted(name, String.join(", ", names)));
      }
    }
    return Corruption.all().stream()
        .filter(c -> only.isEmpty() || only.contains(c.name()))
        .toList();
  }

  private void measure(Photographs clean, List<Corruption> corruptions, Trial trial) {
    Thresholds thresholds = Thresholds.of(clean.samples());
    System.out.printf(
        Locale.ROOT,
        """
        %d photographs of %d people (%d more without a face), seed %d; a pair is one person from \
        %.3f on, a search names somebody from %.3f on, at a site from %.3f on

        """,
        clean.all().size(),
        clean.people(),
        clean.missed(),
        seed,
        thresholds.pair(),
        thresholds.search(),
        thresholds.site());
    System.out.println(
        """
        | what | step | found | TAR | FAR | FNIR | FPIR | FNIR, site | FPIR, site | refused | silent | quality |
        |---|---|---|---|---|---|---|---|---|---|---|---|\
        """);
    print("clean", "", Outcome.of(clean, trial.untouched(), thresholds, seed));
    Progress progress =
        Progress.onStandardError("robustness", (long) corruptions.size() * Corruption.WORST);
    int done = 0;
    for (Corruption corruption : corruptions) {
      for (int severity = 1; severity <= Corruption.WORST; severity++) {
        print(
            corruption.name() + " " + severity,
            corruption.step(severity),
            Outcome.of(clean, trial.run(corruption, severity), thresholds, seed));
        progress.at(++done, corruption.name());
      }
    }
    progress.done("%d rows".formatted(done));
  }

  private static void print(String what, String step, Outcome outcome) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %.2f |%n",
        what,
        step,
        outcome.found().shortText(),
        outcome.accepted().text(),
        outcome.falsePairs().text(),
        outcome.missed().text(),
        outcome.falseNames().text(),
        outcome.siteMissed().text(),
        outcome.siteFalseNames().text(),
        outcome.refused().shortText(),
        outcome.silent().text(),
        outcome.quality());
  }
}
