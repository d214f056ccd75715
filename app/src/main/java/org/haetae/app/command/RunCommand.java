package org.haetae.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.CaseRecords;
import org.haetae.app.Eyes;
import org.haetae.app.Haetae;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a site. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the cameras of a site's file until Ctrl-C, with the live page and /metrics. Alerts go"
          + " to the page and, without anybody's name, to the metrics.",
      ""
    },
    footer = {
      "",
      "Example: haetae run --config config/demo.yaml",
      "Exit codes: 0 ended on request, 2 the file has problems, 3 the port or the weights are"
          + " unavailable."
    })
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The site's YAML file.")
  private Path config = Path.of("");

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "End after this time, for example 45s or 2h.")
  private Optional<Duration> limit = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    Site site = SiteFiles.read(config);
    SiteFiles.tellDoubts(site);
    Eyes eyes = SiteFiles.eyes(site);
    try (UntilStopped stop = new UntilStopped()) {
      InstantSource clock = InstantSource.system();
      try (CaseRecords records = CaseRecords.open(site.casework().records(), clock);
          Haetae haetae =
              new Haetae(
                  site,
                  eyes,
                  records,
                  SiteFiles.enroller(site, eyes),
                  (camera, start) -> {},
                  clock)) {
        haetae.start();
        System.out.printf(
            "%d cameras are watched, decoding by %s. Console: %s   metrics: %smetrics   (Ctrl-C"
                + " ends)%n",
            site.cameras().size(),
            words(haetae.decoding()),
            haetae.address(),
            haetae.machineAddress());
        Optional<String> first = haetae.firstLink();
        if (first.isPresent()) {
          System.out.printf(
              "Nobody works here yet. Set up the first account, a supervisor's, within two days:"
                  + " %s%n",
              first.get());
        } else if (!haetae.hasAccounts()) {
          System.out.println(
              "Nobody has an account yet: haetae users invite NAME --config " + config);
        }
        stop.await(limit);
      }
    }
    return ExitCode.DONE.value();
  }

  private static String words(DecodingDevice.Kind device) {
    return switch (device) {
      case NVDEC -> "the graphics card (NVDEC)";
      case VAAPI -> "the graphics card (VAAPI)";
      case SOFTWARE -> "the processor";
    };
  }
}
