package org.haetae.app.soak;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.haetae.app.Home;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.StreamKind;
import org.haetae.sim.footage.ClipTruth;
import org.haetae.sim.footage.Footage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight cameras, every fault at random: each comes back within ten seconds, memory, threads and
 * sockets don't grow, no approach is missed where a camera was live, and nothing that is said or
 * served holds a password. {@code -Dhaetae.soak.minutes=60} makes it an hour, {@code
 * -Dhaetae.soak.seed} repeats a plan.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "memory and sockets are read from /proc")
class SoakIT {
  private static final Path CLIPS = Home.folder().resolve("camera-sim/footage/clips");
  private static final Duration PROGRESS = Duration.ofSeconds(30);

  /** Before the first trouble, for counting what is in use. */
  private static final Duration SETTLING = Duration.ofSeconds(15);

  /** Compiled code and class metadata grow for so long; short runs must do with a quarter. */
  private static final Duration WARM_UP = Duration.ofMinutes(10);

  /** The compiler's and the collector's threads and those of an HTTP client come and go. */
  private static final int THREADS_THAT_COME_AND_GO = 3;

  private final SoakSite site = SoakSite.standard();
  private Instant progress = Instant.EPOCH;

  @Test
  void everyCameraComesBackAndNothingLeaks(@TempDir Path temporary) throws Exception {
    Duration length =
        Duration.ofSeconds(
            Math.round(60 * Double.parseDouble(System.getProperty("haetae.soak.minutes", "5"))));
    long seed = Long.getLong("haetae.soak.seed", System.nanoTime() & 0xFFFF_FFFFL);
    System.out.printf("soak: %d s, -Dhaetae.soak.seed=%d%n", length.toSeconds(), seed);
    FaultPlan plan =
        FaultPlan.of(site.troubled(), site.withFile(), new TroubleDeck(CLIPS), length, seed);
    SiteFolder folder = new SiteFolder(temporary, site);
    Secrets secrets = new Secrets(site.forbidden());
    Path log = Home.folder().resolve("app/target/soak.log");
    try (SimulatedSite simulated =
        new SimulatedSite(SimulatedSite.Settings.local(), site.scripts(CLIPS))) {
      folder.write(simulated);
      try (HaetaeProcess haetae =
          new HaetaeProcess(
              folder.config(), site.environment(), length.plusMinutes(5), log, secrets)) {
        Instant live = awaitAllLive(haetae);
        double heapBefore = haetae.liveHeapMb();
        Usage usage = new Usage(shorter(WARM_UP, length.dividedBy(4)));
        settle(haetae, usage);
        Instant start = Instant.now();
        Soak soak = new Soak(simulated, folder, haetae, plan, start, usage);
        tellScript(simulated, soak);
        Ticker.run(
            length.plusMinutes(1),
            now -> {
              soak.step(now);
              tell(soak, now);
              return soak.done(now);
            });
        Instant end = Instant.now();
        double heapAfter = haetae.liveHeapMb();
        Approaches.Verdict verdict =
            soak.approaches(end).verdict(live, end, List.of("respondent-han"));
        print(soak, usage, verdict, secrets, heapBefore, heapAfter);
        Pauses pauses = Pauses.read(HaetaeProcess.pauses(log));
        System.out.printf(
            "collector: %d pauses, 999 of 1,000 within %.3f ms, longest %.3f ms%n",
            pauses.count(), pauses.rare(), pauses.longest());
        boolean ended = haetae.stop(Duration.ofSeconds(30));
        assertAll(
            () -> assertEquals(List.of(), soak.recoveries().late(), "back too late"),
            () -> assertEquals(List.of(), soak.recoveries().missing(), "not back"),
            () -> assertEquals(List.of(), verdict.missed(), "missed while live"),
            () -> assertEquals(List.of(), verdict.wrong(), "nobody of that name was there"),
            () -> assertEquals(List.of(), secrets.found(), "said or served"),
            () -> assertEquals(List.of(), soak.health().lies(), "health"),
            () -> assertEquals(List.of(), haetae.errors(), "errors in the log"),
            () -> assertTrue(ended, "it did not end when asked to"),
            () -> assertFlat(usage, length),
            () -> assertConstant(usage),
            () -> assertTrue(heapAfter - heapBefore < 16, "the heap's live part grew"));
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Instant awaitAllLive(HaetaeProcess haetae) throws Exception {
    Ticker.run(
        Duration.ofSeconds(60),
        _ -> {
          Scrape scrape = Scrape.of(haetae.metrics());
          return site.names().stream().allMatch(name -> scrape.captured(name) > 1);
        });
    haetae.get("/api/site"); // whoever looks at pages signs in first
    return Instant.now();
  }

  /**
   * Counts what is in use while nothing has been wrong yet: in the first fifteen seconds in which
   * every camera gave pictures and no connection came or went. A camera that is opened a second
   * time soon after the start would otherwise make the reference too small.
   */
  private void settle(HaetaeProcess haetae, Usage usage) throws Exception {
    var steady =
        new Object() {
          Instant since = Instant.now();
          int sockets;
        };
    usage.beginQuiet();
    Ticker.run(
        SETTLING.multipliedBy(8),
        now -> {
          Scrape scrape = Scrape.of(haetae.metrics());
          haetae.get("/api/site"); // its connection stays open, so it belongs to the reference
          Figures figures = Figures.of(haetae.pid());
          boolean live =
              site.names().stream().allMatch(name -> scrape.age(name) <= Soak.LONGEST_LIVE_AGE);
          if (!live || figures.sockets() != steady.sockets) {
            steady.since = now;
            steady.sockets = figures.sockets();
            usage.beginQuiet();
          }
          usage.add(Duration.ZERO, figures);
          return now.isAfter(steady.since.plus(SETTLING));
        });
    usage.endQuiet();
  }

  /** The clips run from the site's start on, whoever is connected. */
  private void tellScript(SimulatedSite simulated, Soak soak) throws Exception {
    for (SoakCamera camera : site.cameras()) {
      for (ClipTruth truth : Footage.truths(CLIPS)) {
        if (camera.truth().filter(truth.camera()::equals).isPresent()) {
          var played = simulated.camera(camera.name());
          Duration turn =
              Duration.ofNanos(played.programme(StreamKind.MAIN).orElseThrow().clip().loopNanos());
          truth.approaches().stream()
              .filter(ClipTruth.Approach::alertExpected)
              .forEach(
                  approach ->
                      soak.script().add(camera.name(), approach, played.time().wallClock(0), turn));
        }
      }
    }
  }

  private void tell(Soak soak, Instant now) {
    if (now.isAfter(progress.plus(PROGRESS))) {
      progress = now;
      System.out.println("soak: " + soak.progress(now));
    }
  }

  private static void print(
      Soak soak,
      Usage usage,
      Approaches.Verdict verdict,
      Secrets secrets,
      double heapBefore,
      double heapAfter) {
    System.out.println(soak.recoveries().table());
    System.out.printf(
        "resident: %.1f MB behind the warm-up, %.1f MB at the end, slope %.2f ± %.2f MB/min of %d"
            + " samples; heap in use %.1f MB, then %.1f MB%n",
        usage.firstResident(),
        usage.last().residentMb(),
        usage.resident().perMinute(),
        usage.resident().error(),
        usage.resident().count(),
        heapBefore,
        heapAfter);
    System.out.printf("in quiet times: %s; at most: %s%n", usage.quiet(), usage.most());
    System.out.printf(
        "approaches: %d alerted, %d missed, wrong: %s%n",
        verdict.alerted(), verdict.missed().size(), verdict.wrong());
    System.out.printf(
        "secrets: %d characters read, %s; health %s%n",
        secrets.characters(),
        secrets.found().isEmpty() ? "none found" : "FOUND",
        soak.health().judged() ? "judged" : "is not told on /metrics");
  }

  /**
   * The bound of five minutes is twice their own warm-up's slope (benchmarks/RESULTS.md); a run
   * that is shorter still is nothing but warm-up, and isn't judged.
   */
  private static void assertFlat(Usage usage, Duration length) {
    double bound =
        length.toMinutes() >= 30 ? 0.5 : length.toMinutes() >= 5 ? 12 : Double.POSITIVE_INFINITY;
    assertTrue(
        usage.resident().perMinute() <= bound,
        "resident memory grows by %.2f MB/min".formatted(usage.resident().perMinute()));
  }

  private static void assertConstant(Usage usage) {
    Figures first = usage.quiet().getFirst();
    for (Figures quiet : usage.quiet()) {
      assertTrue(
          quiet.sockets() <= first.sockets(), // fewer: a camera was being opened again
          "sockets in quiet times: " + usage.quiet());
      assertTrue(
          quiet.threads() <= first.threads() + THREADS_THAT_COME_AND_GO,
          "threads in quiet times: " + usage.quiet());
    }
    assertTrue(
        usage.most().threads() <= first.threads() + 2 * THREADS_THAT_COME_AND_GO,
        "threads at most: " + usage.most());
    assertTrue(usage.most().sockets() <= first.sockets() + 8, "sockets at most: " + usage.most());
  }
}
