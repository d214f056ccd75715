package org.haetae.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.app.capacity.CameraLoad;
import org.haetae.app.capacity.CapacityChart;
import org.haetae.app.capacity.CapacityTable;
import org.haetae.app.capacity.PictureFormat;
import org.haetae.app.capacity.Ramp;
import org.haetae.app.capacity.Scene;
import org.haetae.app.capacity.Step;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.JsonLines;
import org.haetae.app.terminal.Problem;
import org.haetae.domain.watchlist.Watchlist;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many cameras this machine can guard. */
@Command(
    name = "capacity",
    mixinStandardHelpOptions = true,
    description = {
      "Says how many cameras this machine can guard: adds simulated cameras (15 pictures a second,"
          + " over RTSP) until one of 100 pictures is older than 300 ms when it is analysed, or a"
          + " camera misses its turn at the detector.",
      "Run it where nothing else runs; a site's own cameras may be busier or quieter than these.",
      ""
    },
    footer = {
      "",
      "Example: haetae capacity --scene mixed --size 1080p --svg capacity.svg",
      "Takes five to fifteen minutes a scene. For one processor of several: taskset -c 0 haetae"
          + " capacity",
      "Exit codes: 0 measured, 1 not even one camera was carried, 2 usage, 3 a needed part is"
          + " unavailable."
    })
final class CapacityCommand implements Callable<Integer> {
  /** The first cameras pay for the compiler; nobody counts them. */
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  @Option(
      names = "--scene",
      paramLabel = "SCENE",
      description =
          "busy (somebody walks about), quiet (an empty yard) or mixed (one busy for three quiet);"
              + " without it all three.")
  private Optional<Scene> scene = Optional.empty();

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      converter = Sizes.class,
      description = "720p (default) or 1080p.")
  private PictureFormat format = PictureFormat.P720;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Seconds to measure each number of cameras (default: 26, one round of a clip).")
  private int seconds = 26;

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "Try no more cameras than this (default: 256).")
  private int most = 256;

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "Threads that analyse (default: as a site without \"shards\" has).")
  private Optional<Integer> shards = Optional.empty();

  @Option(
      names = "--in-step",
      description =
          "All cameras send their key frames at the same moments, as they may after a power cut;"
              + " without it each has its own.")
  private boolean inStep;

  @Option(names = "--svg", paramLabel = "FILE.svg", description = "Draw latency over cameras.")
  private Optional<Path> svg = Optional.empty();

  @Option(names = "--json", description = "One JSON object a line instead of tables.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (seconds < 1 || most < 1 || shards.orElse(1) < 1) {
      throw new Problem(ExitCode.USAGE, "--seconds, --most and --shards must be at least 1");
    }
    Site site = SiteFiles.read(Home.folder().resolve("config").resolve("demo.yaml"));
    Eyes eyes = SiteFiles.eyes(site);
    int threads = shards.orElse(site.shards());
    Watchlist watchlist = SiteFiles.enrol(site, eyes);
    List<Scene> scenes = scene.map(List::of).orElse(List.of(Scene.values()));
    Map<String, List<Step>> drawn = new LinkedHashMap<>();
    warmUp(load(site, eyes, watchlist, threads, WARM_UP), scenes.getFirst());
    boolean any = true;
    for (Scene each : scenes) {
      Ramp ramp = climb(load(site, eyes, watchlist, threads, Duration.ofSeconds(seconds)), each);
      drawn.put("%s: %d".formatted(name(each), ramp.held()), ramp.steps());
      tell(each, ramp, threads);
      any &= ramp.held() > 0;
    }
    if (svg.isPresent()) {
      String title =
          String.format(
              Locale.ROOT,
              "Cameras at %s, %d processors, %d analysis threads",
              format,
              Runtime.getRuntime().availableProcessors(),
              threads);
      Files.writeString(svg.get(), CapacityChart.svg(title, drawn));
      System.err.println("drawn to " + svg.get());
    }
    return (any ? ExitCode.DONE : ExitCode.FAILURE_FOUND).value();
  }

  private void warmUp(CameraLoad load, Scene first) throws IOException, InterruptedException {
    System.err.println("warming up ...");
    var _ = load.run(first, format, Math.min(2, most), inStep);
  }

  private static CameraLoad load(
      Site site, Eyes eyes, Watchlist watchlist, int threads, Duration time) {
    return new CameraLoad(
        site,
        threads,
        eyes,
        watchlist,
        Home.folder().resolve("camera-sim").resolve("footage").resolve("clips"),
        Duration.ofSeconds(10),
        time,
        InstantSource.system());
  }

  private Ramp climb(CameraLoad load, Scene each) {
    if (!json) {
      System.out.printf("%n%s cameras, %s%n%n%s%n", name(each), format, CapacityTable.header());
    }
    return Ramp.climb(2, most, cameras -> measured(load, each, cameras));
  }

  private Step measured(CameraLoad load, Scene each, int cameras) {
    System.err.printf("%s: %d cameras ...%n", name(each), cameras);
    try {
      Step step = load.run(each, format, cameras, inStep);
      if (json) {
        JsonLines.write(System.out, line(each, step));
      } else {
        System.out.println(CapacityTable.row(step, Duration.ofSeconds(seconds)));
      }
      return step;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(ExitCode.UNAVAILABLE, "stopped before it was done", e);
    }
  }

  private Map<String, Object> line(Scene each, Step step) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", "capacity");
    line.put("scene", name(each));
    line.put("size", format.toString());
    line.put("cameras", step.cameras());
    line.put("live", step.live());
    line.put("latencyP50Ms", step.latencyP50().toMillis());
    line.put("latencyP99Ms", step.latencyP99().toMillis());
    line.put("turns", step.turns());
    line.put("dropped", step.dropped());
    line.put("sightings", step.sightings());
    line.put("receive", JsonLines.round(step.work().receive(), 3));
    step.work()
        .stages()
        .forEach(
            (stage, used) ->
                line.put(stage.name().toLowerCase(Locale.ROOT), JsonLines.round(used, 3)));
    line.put("rest", JsonLines.round(step.work().rest(), 3));
    line.put("processors", step.work().processors());
    line.put("holds", step.holds());
    return line;
  }

  private void tell(Scene each, Ramp ramp, int threads) {
    if (json) {
      return;
    }
    System.out.printf(
        "%nThis machine guards %d %s cameras (%s) with %d analysis thread%s.%n",
        ramp.held(), name(each), format, threads, threads == 1 ? "" : "s");
    ramp.steps().stream()
        .filter(step -> !step.holds())
        .min((a, b) -> Integer.compare(a.cameras(), b.cameras()))
        .ifPresentOrElse(
            step ->
                System.out.printf(
                    "At %d it ran out of %s.%nWhere the time goes, as a flame graph:"
                        + " HAETAE_JAVA_OPTIONS=-XX:StartFlightRecording=filename=capacity.jfr"
                        + " haetae capacity --scene %s --most %d, then open capacity.jfr in JDK"
                        + " Mission Control, or: jfr view hot-methods capacity.jfr%n",
                    step.cameras(), CapacityTable.bottleneck(step), name(each), step.cameras()),
            () -> System.out.printf("It may carry more: raise --most above %d.%n", most));
  }

  private static String name(Scene each) {
    return each.name().toLowerCase(Locale.ROOT);
  }

  /** Sizes as people write them. */
  static final class Sizes implements picocli.CommandLine.ITypeConverter<PictureFormat> {
    @Override
    public PictureFormat convert(String value) {
      for (PictureFormat each : PictureFormat.values()) {
        if (each.toString().equals(value)) {
          return each;
        }
      }
      throw new picocli.CommandLine.TypeConversionException(
          "a size is 720p or 1080p, not " + value);
    }
  }
}
