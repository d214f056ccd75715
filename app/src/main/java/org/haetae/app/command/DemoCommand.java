package org.haetae.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.CaseRecords;
import org.haetae.app.Eyes;
import org.haetae.app.Haetae;
import org.haetae.app.Home;
import org.haetae.app.config.Site;
import org.haetae.app.demo.DemoCase;
import org.haetae.app.demo.Referee;
import org.haetae.app.demo.Verdict;
import org.haetae.app.terminal.ExitCode;
import org.haetae.domain.alert.ProximityAlert;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulated cameras, the pipeline and the live page. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Plays the shipped footage as four cameras around two protected places, runs the whole"
          + " pipeline on it and serves a live page on this machine. Nobody in the footage exists.",
      ""
    },
    footer = {
      "",
      "Example: haetae demo --headless --for 40s",
      "Exit codes: 0 every scripted approach was alerted within a second and nobody else was, 1"
          + " otherwise (both judged with --for), 3 the port or the weights are unavailable. Ctrl-C"
          + " ends it."
    })
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the console (default: 8480; 0 takes a free one).")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "End after this time, for example 40s or 2m, and judge what was alerted.")
  private Optional<Duration> limit = Optional.empty();

  @Option(names = "--headless", description = "Take a free port and say nothing of the page.")
  private boolean headless;

  @Override
  public Integer call() throws InterruptedException {
    Path file = Home.folder().resolve("config").resolve("demo.yaml");
    Site configured = SiteFiles.read(file);
    Site site =
        configured.listeningOn(
            configured
                .listen()
                .at(port.orElse(headless ? 0 : configured.listen().console().port())));
    Referee referee = new Referee(ShippedFootage.truths());
    Eyes eyes = SiteFiles.eyes(site);
    InstantSource clock = InstantSource.system();
    try (UntilStopped stop = new UntilStopped()) {
      try (CaseRecords records = CaseRecords.open(site.casework().records(), clock);
          Haetae haetae = haetae(site, eyes, records, referee, clock)) {
        haetae.alerts().listen(referee::alerted);
        haetae.alerts().listen(DemoCommand::print);
        haetae.start();
        if (!headless) {
          System.out.printf(
              "Come in as %s, good once: %s   as %s: %s   (Ctrl-C ends the demo)%n",
              DemoCase.officer(),
              haetae.pass(DemoCase.officer()),
              DemoCase.operator(),
              haetae.pass(DemoCase.operator()));
        }
        stop.await(limit);
        return limit.isPresent()
            ? judge(referee.verdict(clock.instant(), haetae::looksFor))
            : ExitCode.DONE.value();
      }
    }
  }

  private static Haetae haetae(
      Site site, Eyes eyes, CaseRecords records, Referee referee, InstantSource clock) {
    new DemoCase(records.office(), site.plan(), clock.instant()).enter();
    return new Haetae(site, eyes, records, SiteFiles.enroller(site, eyes), referee::started, clock);
  }

  private static void print(ProximityAlert alert) {
    System.out.printf(
        "%s  %s: %s near %s at %s, %.0f m from the place, %s, score %.2f (threshold %.2f), %d looks"
            + " over %.1f s%n",
        Instant.ofEpochSecond(alert.decided().getEpochSecond()),
        alert.severity(),
        alert.sighting().respondent(),
        alert.place(),
        alert.sighting().camera(),
        alert.proximity().metres(),
        alert.trend(),
        alert.sighting().evidence().score(),
        alert.sighting().evidence().threshold(),
        alert.sighting().evidence().looks(),
        alert.sighting().evidence().span().toNanos() / 1e9);
  }

  private static int judge(Verdict verdict) {
    for (Verdict.Found found : verdict.found()) {
      System.out.printf(
          "%s: %s alerted %.2f s %s the face was 48 pixels high%n",
          found.inTime() ? "found" : "LATE",
          found.who(),
          Math.abs(found.seconds()),
          found.seconds() < 0 ? "before" : "after");
    }
    verdict.missed().forEach(who -> System.out.println("MISSED: " + who));
    verdict.falseAlerts().forEach(who -> System.out.println("FALSE ALERT: " + who));
    System.out.printf(
        "%d approaches alerted, %d missed, %d false alerts%n",
        verdict.found().size(), verdict.missed().size(), verdict.falseAlerts().size());
    return (verdict.isClean() ? ExitCode.DONE : ExitCode.FAILURE_FOUND).value();
  }
}
