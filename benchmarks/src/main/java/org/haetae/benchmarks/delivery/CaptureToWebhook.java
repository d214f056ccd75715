package org.haetae.benchmarks.delivery;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.app.CaseRecords;
import org.haetae.app.Eyes;
import org.haetae.app.Haetae;
import org.haetae.app.Home;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
import org.haetae.app.enrolment.SiteEnroller;
import org.haetae.benchmarks.material.SimProcess;
import org.haetae.pipeline.capture.address.StreamAddress;

/**
 * Simulated cameras to which respondents walk up, the product as it is run, and a webhook's
 * receiver: how old the decisive picture is when the receiver has the alert, and how busy the
 * machine was meanwhile, simulator and receiver included.
 */
public final class CaptureToWebhook {
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Path CONFIG = Home.folder().resolve("config/demo.yaml");
  private static final Path CLIP = Home.folder().resolve("camera-sim/footage/clips/home-door.mp4");

  private CaptureToWebhook() {}

  /**
   * @param arguments cameras, seconds
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      System.err.println("usage: CaptureToWebhook CAMERAS SECONDS");
      System.exit(2);
    }
    int cameras = Integer.parseInt(arguments[0]);
    Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
    Path folder = Files.createTempDirectory("webhook");
    InstantSource clock = InstantSource.system();
    try (Arrivals arrivals = new Arrivals();
        SimProcess sim = new SimProcess(CLIP, Optional.empty(), cameras)) {
      Site site = site(folder, arrivals.port(), sim.addresses());
      Eyes eyes = Eyes.standard();
      try (CaseRecords records = CaseRecords.open(site.casework().records(), clock);
          Haetae haetae =
              new Haetae(
                  site, eyes, records, SiteEnroller.of(site, eyes, _ -> {}), (_, _) -> {}, clock)) {
        haetae.start();
        Thread.sleep(WARM_UP);
        Instant from = clock.instant();
        double load = load(time);
        print(cameras, load, arrivals.since(from));
      }
    }
  }

  /** The demo's site with other cameras, and a webhook beside the page. */
  private static Site site(Path folder, int port, List<StreamAddress> addresses)
      throws IOException {
    Files.writeString(folder.resolve("key"), "a key for the benchmark\n");
    String demo = Files.readString(CONFIG).replace("../", Home.folder() + "/");
    StringBuilder yaml =
        new StringBuilder(
            demo.substring(0, demo.indexOf("\ncasework:"))
                + """

                casework:
                  canary: {every: 0}
                  channels:
                    - name: station
                      kind: webhook
                      url: http://127.0.0.1:%d/hook
                      key-file: key
                      internal: true
                  escalation:
                    - {name: station, channels: [console, station]}
                """
                    .formatted(port)
                + demo.substring(demo.indexOf("\nplaces:"), demo.indexOf("\ncameras:"))
                + "\ncameras:\n");
    for (int i = 0; i < addresses.size(); i++) {
      yaml.append(
          """
            - {id: door-%d, place: home, location: [37.56652, 126.97802], bearing: 45, field-of-view: 50, url: "%s"}
          """
              .formatted(i, addresses.get(i)));
    }
    Path file = Files.writeString(folder.resolve("site.yaml"), yaml);
    return switch (SiteReader.read(file, InstantSource.system())) {
      case SiteReader.Outcome.Good good -> good.site().listeningOn(good.site().listen().at(0));
      case SiteReader.Outcome.Bad bad -> throw new IllegalStateException(bad.toString());
    };
  }

  /** Waits that long; the share of all processors that was busy meanwhile. */
  private static double load(Duration time) throws InterruptedException {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    // What it answers is counted from the call before.
    var _ = machine.getCpuLoad();
    double sum = 0;
    long seconds = time.toSeconds();
    for (long i = 0; i < seconds; i++) {
      Thread.sleep(1000);
      sum += Math.max(0, machine.getCpuLoad());
    }
    return sum / seconds;
  }

  private static void print(int cameras, double load, List<Arrivals.Arrival> arrivals) {
    System.out.printf(
        "%d cameras, the machine %.0f %% busy, %d alerts%n", cameras, 100 * load, arrivals.size());
    System.out.printf("%-24s %8s %8s %8s%n", "ms", "median", "p99", "most");
    row("capture to webhook", arrivals, Arrivals.Arrival::sinceCapture);
    row("decision to webhook", arrivals, Arrivals.Arrival::sinceDecision);
  }

  private static void row(
      String what, List<Arrivals.Arrival> arrivals, Function<Arrivals.Arrival, Duration> measure) {
    List<Double> millis =
        arrivals.stream().map(measure).map(age -> age.toNanos() / 1e6).sorted().toList();
    if (!millis.isEmpty()) {
      System.out.printf(
          "%-24s %8.1f %8.1f %8.1f%n",
          what,
          millis.get(millis.size() / 2),
          millis.get((int) Math.ceil(millis.size() * 0.99) - 1),
          millis.getLast());
    }
  }
}
