package org.haetae.benchmarks.idle;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
import org.haetae.app.config.SiteWatchlist;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.benchmarks.material.SimProcess;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.place.Camera;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.camera.CameraOpener;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.ffmpeg.FfmpegLog;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.pipeline.capture.pair.PairedOpener;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.flow.CameraFeed;
import org.haetae.pipeline.flow.FrameTap;
import org.haetae.pipeline.flow.Pipeline;
import org.haetae.pipeline.flow.Playback;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;
import org.haetae.pipeline.match.GalleryKeeper;
import org.haetae.pipeline.metrics.PipelineMeters;

/**
 * Prints what one idle camera costs two ways, on the same cameras and in one run: a bare loop that
 * decodes every picture, and the whole pipeline; the latter once more with a small stream beside
 * the large one where the clip has one.
 */
public final class IdleCameras {
  private static final InstantSource CLOCK = InstantSource.system();

  /** Until each camera has fallen asleep and its searches have become rare. */
  private static final Duration SETTLING = Duration.ofSeconds(100);

  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private IdleCameras() {}

  /**
   * @param arguments cameras, seconds to measure, and optionally clips instead of the empty yard
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 2) {
      System.err.println("usage: IdleCameras CAMERAS SECONDS [CLIP.mp4...]");
      System.exit(2);
    }
    FfmpegLog.verbose(false);
    int cameras = Integer.parseInt(arguments[0]);
    Duration time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
    List<Path> clips = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      clips.add(Path.of(arguments[i]).toAbsolutePath());
    }
    if (clips.isEmpty()) {
      Path folder = Home.folder().resolve("camera-sim/footage/clips");
      clips.add(folder.resolve("quiet-yard.mp4"));
      clips.add(folder.resolve("quiet-yard-clean.mp4"));
    }
    System.out.printf("processor time per camera, ms a second; %d cameras%n", cameras);
    System.out.printf("%-24s %12s %12s %8s%n", "clip", "decode all", "pipeline", "ratio");
    for (Path clip : clips) {
      Optional<Path> small = small(clip);
      try (SimProcess sim = new SimProcess(clip, small, cameras)) {
        double all = decodeEverything(sim.addresses(), time) / cameras;
        print(clip, all, pipeline(sim.addresses(), IdleCameras::opener, time) / cameras);
        if (small.isPresent()) {
          double idle = pipeline(sim.addresses(), IdleCameras::pair, time) / cameras;
          print(small.get(), all, idle);
        }
      }
    }
  }

  /** The clip's small stream, where there is one. */
  private static Optional<Path> small(Path clip) {
    Path small = Path.of(clip.toString().replace(".mp4", ".sub.mp4"));
    return Optional.of(small).filter(Files::isRegularFile);
  }

  private static void print(Path clip, double all, double idle) {
    System.out.printf("%-24s %12.2f %12.2f %8.1f%n", clip.getFileName(), all, idle, all / idle);
  }

  private static FrameSourceOpener pair(StreamAddress address) {
    return new PairedOpener("large", opener(SimProcess.small(address)), opener(address));
  }

  private static double decodeEverything(List<StreamAddress> addresses, Duration time)
      throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (StreamAddress address : addresses) {
      threads.add(Thread.ofPlatform().start(() -> decode(address)));
    }
    double millis = processor(WARM_UP, time);
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join();
    }
    return millis;
  }

  private static void decode(StreamAddress address) {
    try (FrameSource source = opener(address).open(StreamWatch.nobody())) {
      while (!Thread.currentThread().isInterrupted()) {
        Frame frame = source.next(seconds -> CLOCK.instant());
        if (frame != null) {
          frame.release();
        }
      }
    } catch (RuntimeException e) {
      if (!Thread.currentThread().isInterrupted()) {
        throw e;
      }
    }
  }

  private static double pipeline(
      List<StreamAddress> addresses,
      Function<StreamAddress, FrameSourceOpener> opener,
      Duration time)
      throws InterruptedException {
    Path file = Home.folder().resolve("config/demo.yaml");
    if (!(SiteReader.read(file, CLOCK) instanceof SiteReader.Outcome.Good good)) {
      throw new IllegalStateException(file + " has problems: ask haetae check --config");
    }
    Site site = good.site();
    Eyes eyes = new Eyes(Home.weights(), site.engines());
    SiteWatchlist watchlist;
    try (PhotoReader reader = new PhotoReader(eyes)) {
      watchlist = SiteWatchlist.enrol(site, reader);
    }
    List<CameraFeed> feeds = new ArrayList<>();
    List<Camera> cameras = new ArrayList<>();
    Camera model = site.cameras().get(0).camera();
    for (StreamAddress address : addresses) {
      CameraId id = new CameraId("idle-" + feeds.size());
      CameraFit fit = new CameraFit(id, model.fieldOfView(), site.needs());
      feeds.add(
          new CameraFeed(id, opener.apply(address), Playback.live(), health(id), fit, start -> {}));
      cameras.add(model.withId(id));
    }
    GalleryKeeper galleries = new GalleryKeeper(watchlist, cameras, eyes.model(), CLOCK);
    try (Pipeline pipeline =
        new Pipeline(
            feeds,
            1,
            eyes::instruments,
            site.analysis(),
            galleries,
            (sighting, book) -> {},
            FrameTap.none(),
            new PipelineMeters(new SimpleMeterRegistry(), CLOCK),
            CLOCK)) {
      pipeline.start();
      return processor(SETTLING, time);
    }
  }

  private static CameraOpener opener(StreamAddress address) {
    return new CameraOpener(
        address, Optional::empty, RtspSettings.standard(), DecodingDevice.software(), CLOCK);
  }

  /** Milliseconds of processor time that this process spends in a second of {@code time}. */
  private static double processor(Duration before, Duration time) throws InterruptedException {
    Thread.sleep(before);
    long begin = spent();
    Thread.sleep(time);
    return (spent() - begin) / 1e6 / time.toSeconds();
  }

  private static CameraHealth health(CameraId id) {
    return new CameraHealth(
        id, Optional.empty(), HealthSettings.defaults(), Instant.now(), change -> {});
  }

  private static long spent() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
