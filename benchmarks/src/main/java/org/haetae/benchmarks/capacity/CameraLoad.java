package org.haetae.benchmarks.capacity;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
import org.haetae.app.config.SiteWatchlist;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.pipeline.capture.ffmpeg.FfmpegLog;

/**
 * Prints how old frames are at their decision under a number of cameras, or raises the number until
 * it is too many. Pin the process to one core to learn what one core carries.
 */
public final class CameraLoad {
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final int[] RAMP = {1, 2, 4, 6, 8, 10, 12, 16, 20, 24, 32};

  private CameraLoad() {}

  /**
   * @param arguments cameras (several with commas, or {@code ramp}), seconds to measure, and
   *     optionally the site's file instead of the demo's
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length < 2) {
      System.err.println("usage: CameraLoad CAMERAS|ramp SECONDS [SITE.yaml]");
      System.exit(2);
    }
    FfmpegLog.verbose(false);
    boolean ramp = arguments[0].equals("ramp");
    int[] steps =
        ramp
            ? RAMP
            : Arrays.stream(arguments[0].split(",", -1)).mapToInt(Integer::parseInt).toArray();
    Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
    Path file =
        arguments.length > 2 ? Path.of(arguments[2]) : Home.folder().resolve("config/demo.yaml");
    Load load = load(file);
    // The first run pays for the compiler; nobody counts it.
    load.run(1, Duration.ZERO, Duration.ofSeconds(12));
    System.out.println(LoadResult.header());
    int held = 0;
    for (int cameras : steps) {
      LoadResult result = load.run(cameras, WARM_UP, time);
      System.out.println(result.row());
      if (result.holds()) {
        held = cameras;
      } else if (ramp) {
        break;
      }
    }
    System.out.printf(
        "%n%d cameras hold: the age at decision stays within %.0f ms for 99 of 100 frames%n",
        held, LoadResult.LIMIT_MILLIS);
  }

  private static Load load(Path file) {
    if (!(SiteReader.read(file, InstantSource.system()) instanceof SiteReader.Outcome.Good good)) {
      throw new IllegalArgumentException(file + " has problems: ask haetae check --config");
    }
    Site site = good.site();
    Eyes eyes = new Eyes(Home.weights(), site.engines().detector(), site.engines().embedder());
    try (PhotoReader reader = new PhotoReader(eyes)) {
      return new Load(site, eyes, SiteWatchlist.enrol(site, reader));
    }
  }
}
