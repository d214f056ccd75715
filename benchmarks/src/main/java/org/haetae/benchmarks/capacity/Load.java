package org.haetae.benchmarks.capacity;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.haetae.app.Eyes;
import org.haetae.app.config.Site;
import org.haetae.app.config.Site.Pictures;
import org.haetae.app.config.Site.SiteCamera;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.flow.CameraFeed;
import org.haetae.pipeline.flow.Pipeline;
import org.haetae.pipeline.flow.Playback;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;
import org.haetae.pipeline.match.GalleryKeeper;
import org.haetae.pipeline.metrics.PipelineMeters;

/** Runs the site's cameras, as often over as it takes, on one shard. */
final class Load {
  /** Cameras of a house are not in step: each begins a little later than the one before. */
  private static final Duration STAGGER = Duration.ofMillis(710);

  private final Site site;
  private final Eyes eyes;
  private final Watchlist watchlist;
  private final InstantSource clock = InstantSource.system();

  Load(Site site, Eyes eyes, Watchlist watchlist) {
    this.site = site;
    this.eyes = eyes;
    this.watchlist = watchlist;
  }

  /**
   * @param warmUp not counted in the ages; all cameras have begun when it is over
   */
  LoadResult run(int count, Duration warmUp, Duration time) throws InterruptedException {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    PipelineMeters meters = new PipelineMeters(registry, clock);
    Timer detect = registry.get("haetae.stage").tag("stage", "detect").timer();
    List<Camera> cameras = new ArrayList<>();
    List<CameraFeed> feeds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SiteCamera model = site.cameras().get(i % site.cameras().size());
      Camera camera = copy(model.camera(), new CameraId("load-" + i));
      cameras.add(camera);
      feeds.add(feed(camera.id(), recording(model), STAGGER.multipliedBy(i)));
    }
    AtomicLong sightings = new AtomicLong();
    Duration begin = warmUp.plus(STAGGER.multipliedBy(count));
    Ages ages = new Ages(clock, clock.instant().plus(begin), detect::count);
    long processor = processorNanos();
    long wall = System.nanoTime();
    try (Pipeline pipeline =
        new Pipeline(
            feeds,
            1,
            eyes::instruments,
            site.analysis(),
            new GalleryKeeper(watchlist, cameras, eyes.model(), clock),
            (sighting, book) -> sightings.incrementAndGet(),
            ages,
            meters,
            clock)) {
      pipeline.start();
      Thread.sleep(begin.plus(time));
    }
    double seconds = (System.nanoTime() - wall) / 1e9;
    return new LoadResult(
        count,
        count(registry, "haetae.frames.captured"),
        count(registry, "haetae.frames.dropped"),
        ages,
        detect.count() / seconds,
        sightings.get(),
        (processorNanos() - processor) / 1e9 / seconds);
  }

  private static Camera copy(Camera camera, CameraId id) {
    return new Camera(
        id,
        camera.place(),
        camera.location(),
        camera.bearing(),
        camera.fieldOfView(),
        camera.approachRank());
  }

  private static Path recording(SiteCamera camera) {
    return switch (camera.pictures()) {
      case Pictures.Recording(Path file, Playback _) -> file;
      case Pictures.Live _ ->
          throw new IllegalArgumentException("the load is measured with recordings");
    };
  }

  private static CameraFeed feed(CameraId id, Path file, Duration delay) {
    AtomicBoolean begun = new AtomicBoolean();
    FrameSourceOpener opener =
        watch -> {
          if (begun.compareAndSet(false, true)) {
            LockSupport.parkNanos(delay.toNanos());
          }
          return FileSource.open(file);
        };
    CameraFit fit = new CameraFit(id, 60, FitNeeds.standard());
    return new CameraFeed(id, opener, new Playback(true, true), health(id), fit, start -> {});
  }

  private static long count(SimpleMeterRegistry registry, String name) {
    return Math.round(
        registry.find(name).counters().stream().mapToDouble(counter -> counter.count()).sum());
  }

  private static CameraHealth health(CameraId id) {
    return new CameraHealth(
        id, Optional.empty(), HealthSettings.defaults(), Instant.now(), change -> {});
  }

  private static long processorNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }
}
