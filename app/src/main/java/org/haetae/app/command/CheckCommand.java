package org.haetae.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.Eyes;
import org.haetae.app.check.Finding;
import org.haetae.app.check.FindingLine;
import org.haetae.app.check.LiveCheck;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteWatchlist;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.app.terminal.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds what is wrong with a site's file and, on request, with its cameras. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a site's file and says every problem at once, each with its line and the known keys;"
          + " then enrols the respondents' photographs as a run would.",
      "",
      "With --live it also looks at every camera for a while, all at once, and says in one line"
          + " each: whether it can be reached, what it streams, how its clock and its picture are,"
          + " how high the faces of passers-by were, and whether it can recognise anybody. Nobody"
          + " is looked for, and of a face only its height is kept.",
      "",
      "One face that is high enough (80 pixels unless the file says otherwise) shows that a camera"
          + " can recognise. So let somebody walk up to each camera while this runs, as a visitor"
          + " would. A camera whose lens gives too few pixels per metre (250 at 5 m, EN 62676-4) is"
          + " refused until a face shows better.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haetae check --config config/demo.yaml",
      "  haetae check --config site.yaml --live --seconds 60",
      "Exit codes: 0 the site can run, 2 it can't or, with --live, a camera can't be reached or"
          + " can't recognise, 3 the weights are missing or altered."
    })
final class CheckCommand implements Callable<Integer> {
  private static final int LONGEST = 3600;
  private static final Duration STEP = Duration.ofMillis(250);

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The site's YAML file.")
  private Path config = Path.of("");

  @Option(names = "--live", description = "Look at the cameras, too.")
  private boolean live;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description = "How long to look at them, 1 to 3600; ${DEFAULT-VALUE} unless given.")
  private int seconds = 20;

  @Override
  public Integer call() throws InterruptedException {
    if (seconds < 1 || seconds > LONGEST) {
      throw new Problem(ExitCode.USAGE, "--seconds must lie between 1 and " + LONGEST);
    }
    Site site = SiteFiles.read(config);
    SiteFiles.tellDoubts(site);
    Eyes eyes = SiteFiles.eyes(site);
    SiteWatchlist watchlist = SiteFiles.enrol(site, eyes);
    System.out.printf(
        "%s can run: %d cameras, %d places, %d orders, %d respondents enrolled%n",
        config,
        site.cameras().size(),
        site.places().size(),
        site.orders().size(),
        watchlist.current().entries().size());
    return (live ? report(site, look(site, eyes)) : ExitCode.DONE).value();
  }

  private List<Finding> look(Site site, Eyes eyes) throws InterruptedException {
    Logging.withoutCameras();
    InstantSource clock = InstantSource.system();
    try (UntilStopped stop = new UntilStopped();
        LiveCheck check = new LiveCheck(site, eyes, clock)) {
      Progress bar = Progress.onStandardError("looking", seconds * 1000L);
      Instant start = clock.instant();
      Duration length = Duration.ofSeconds(seconds);
      check.start();
      Duration gone = Duration.ZERO;
      while (gone.compareTo(length) < 0 && !stop.await(Optional.of(STEP))) {
        gone = Duration.between(start, clock.instant());
        bar.at(
            gone.toMillis(),
            "%d of %d cameras give pictures".formatted(check.giving(), site.cameras().size()));
      }
      List<Finding> findings = check.end();
      bar.done("looked for %d s".formatted(gone.toSeconds()));
      return findings;
    }
  }

  /** A camera that nobody has walked up to is no comfort. */
  private static String unknown(List<Finding> findings) {
    long unknown = findings.stream().filter(Finding::isUnknown).count();
    return unknown == 0
        ? ""
        : ", but of %d it can't be told yet: walk up to them and run this again".formatted(unknown);
  }

  private static ExitCode report(Site site, List<Finding> findings) {
    FindingLine line = new FindingLine(site.needs());
    findings.forEach(finding -> System.out.println(line.of(finding)));
    long gaps = findings.stream().filter(Finding::isGap).count();
    System.out.println(
        gaps == 0
            ? "no gap found in the cover of %d cameras".formatted(findings.size())
                + unknown(findings)
            : "%d of %d cameras leave a gap in the cover of their places"
                .formatted(gaps, findings.size()));
    return gaps == 0 ? ExitCode.DONE : ExitCode.USAGE;
  }
}
