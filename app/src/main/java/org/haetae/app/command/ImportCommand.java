package org.haetae.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.imports.ImportKind;
import org.haetae.casework.imports.ImportReport;
import org.haetae.casework.imports.Importer;
import org.haetae.casework.office.Office;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.StoredLedger;
import org.haetae.domain.id.UserId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in what other systems know. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes stations, staff, cases, orders, watches or reports of custody in out of a CSV or JSON"
          + " file: all of it, or, if a single line is wrong, nothing. In that order, since each"
          + " names what came before.",
      "",
      "Columns (those in brackets may be left out); lists are parted by semicolons:",
      "  stations  id name latitude longitude",
      "  staff     id role station [trained]              trained: module=2026-05-04;…",
      "  cases     id person offence station [respondents birth-year opened officer grade assessed"
          + " contacts]      contacts: call/ko/phone-1;!mail/ko/home (! = the respondent sees it)",
      "  orders    id reference kind offence legal-basis issued-by respondent protected-people"
          + " places risk-grade valid-from valid-until [measures]      places:"
          + " home@37.5665,126.9780/100",
      "  watches   serial station model [firmware received case issued until registration]",
      "  custody   key respondent kind effective",
      ""
    },
    footer = {
      "",
      "Examples: haetae import --config site.yaml --dry-run cases cases.csv",
      "          haetae import --config site.yaml cases cases.csv",
      "Exit codes: 0 taken in (or, dry, could be), 1 a line is wrong and nothing was taken in, 2"
          + " the site's file has problems, 3 the database or the file can't be read."
    })
final class ImportCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The site's YAML file, which names the database.")
  private Path config = Path.of("");

  @Option(names = "--dry-run", description = "Only look through the file.")
  private boolean dryRun;

  @Option(
      names = "--by",
      paramLabel = "USER",
      defaultValue = "import",
      description = "Who takes it in, as it is written down. Default: ${DEFAULT-VALUE}.")
  private String by = "import";

  @Parameters(index = "0", paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
  private ImportKind kind = ImportKind.CASES;

  @Parameters(index = "1", paramLabel = "FILE", description = "CSV with column names, or JSON.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Site site = SiteFiles.read(config);
    Records records = SiteFiles.records(site, config);
    Deed deed = new Deed(new Actor(new UserId(by), Role.SUPERVISOR), Instant.now());
    return SiteFiles.withStore(
        records,
        dryRun ? "haetae import --dry-run" : "haetae import",
        store -> {
          Importer importer =
              new Importer(new Office(new StoredLedger(store)), store, site.plan(), site.rules());
          return tell(importer.take(kind, text(), dryRun, deed));
        });
  }

  private int tell(ImportReport report) {
    report
        .problems()
        .forEach(
            problem ->
                System.out.println(
                    problem.line() == 0
                        ? problem.sentence()
                        : "line %d: %s".formatted(problem.line(), problem.sentence())));
    System.out.println(summary(report));
    return report.refused() ? ExitCode.FAILURE_FOUND.value() : ExitCode.DONE.value();
  }

  private String summary(ImportReport report) {
    if (report.refused()) {
      return "nothing was taken in: %s in %s"
          .formatted(counted(report.problems().size(), "problem"), counted(report.rows(), "row"));
    }
    String rows = counted(report.rows(), "row");
    return report.written()
        ? rows + " taken in"
        : rows + " could be taken in; leave out --dry-run to do it";
  }

  private static String counted(int count, String what) {
    return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
  }

  private String text() {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE,
          "the file %s can't be read as UTF-8 text: is the path right?".formatted(file),
          e);
    }
  }
}
