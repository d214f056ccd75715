package org.haetae.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteWatchlist;
import org.haetae.app.terminal.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Finds what is wrong with a site's file. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Reads a site's file and says every problem at once, each with its line and the known keys;"
          + " then enrols the respondents' photographs as a run would.",
      ""
    },
    footer = {
      "",
      "Example: haetae check --config config/demo.yaml",
      "Exit codes: 0 the site can run, 2 it can't, 3 the weights are missing or altered."
    })
final class CheckCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The site's YAML file.")
  private Path config = Path.of("");

  @Override
  public Integer call() {
    Site site = SiteFiles.read(config);
    SiteWatchlist watchlist = SiteFiles.enrol(site, SiteFiles.eyes(site));
    System.out.printf(
        "%s can run: %d cameras, %d places, %d orders, %d respondents enrolled%n",
        config,
        site.cameras().size(),
        site.places().size(),
        site.orders().size(),
        watchlist.current().entries().size());
    return ExitCode.DONE.value();
  }
}
