package org.haetae.app.capacity;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.haetae.app.Eyes;
import org.haetae.app.config.Site;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.camera.CameraOpener;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.flow.CameraFeed;
import org.haetae.pipeline.flow.FrameTap;
import org.haetae.pipeline.flow.Pipeline;
import org.haetae.pipeline.flow.Playback;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;
import org.haetae.pipeline.match.GalleryKeeper;
import org.haetae.pipeline.metrics.PipelineMeters;
import org.haetae.pipeline.sighting.FrameView;
import org.haetae.pipeline.sighting.Instruments;
import org.haetae.pipeline.sighting.Stage;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.CameraScript;

/**
 * Runs a number of simulated cameras through the product's own pipeline, over RTSP, and measures.
 * The simulator runs in the same process, so the machine does its work as well.
 */
public final class CameraLoad {
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Cameras that give no picture by then are called dark. */
  private static final Duration COMING_UP = Duration.ofSeconds(60);

  /** Cameras that are late for longer are late. */
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(60);

  /** Multiples of it, less their whole part, lie far from each other however many there are. */
  private static final double GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2;

  private final Site site;
  private final int shards;
  private final Eyes eyes;
  private final Watchlist watchlist;
  private final Path clips;
  private final Duration settling;
  private final Duration time;
  private final InstantSource clock;

  /**
   * @param site gives the places and the rules
   * @param shards threads that analyse
   * @param clips the folder of the recordings that cameras play
   * @param settling for so long no camera may have been late before the measurement begins, if it
   *     comes to that within a minute: whoever opens many cameras at once has all their pictures to
   *     decode at first
   * @param time that is measured
   */
  public CameraLoad(
      Site site,
      int shards,
      Eyes eyes,
      Watchlist watchlist,
      Path clips,
      Duration settling,
      Duration time,
      InstantSource clock) {
    this.site = site;
    this.shards = shards;
    this.eyes = eyes;
    this.watchlist = watchlist;
    this.clips = clips;
    this.settling = settling;
    this.time = time;
    this.clock = clock;
  }

  /**
   * Measures that many cameras; takes as long as they take to come up, and the settling and the
   * time after it.
   *
   * @param inStep whether all send their key frames at the same moments, as cameras may after a
   *     power cut, instead of each at its own
   * @throws IOException when the simulated cameras can't be served
   */
  public Step run(Scene scene, PictureFormat format, int cameras, boolean inStep)
      throws IOException, InterruptedException {
    List<CameraScript> scripts = new ArrayList<>();
    for (int i = 0; i < cameras; i++) {
      scripts.add(
          CameraScript.of("load-" + i, scene.clip(clips, format, i))
              .withPhase(inStep ? 0 : i * GOLDEN_RATIO % 1));
    }
    try (SimulatedSite simulated = new SimulatedSite(SimulatedSite.Settings.local(), scripts)) {
      return run(simulated);
    }
  }

  private Step run(SimulatedSite simulated) throws InterruptedException {
    Map<CameraId, MeasuredCamera> measured = new LinkedHashMap<>();
    List<CameraFeed> feeds = new ArrayList<>();
    List<Camera> cameras = new ArrayList<>();
    for (String name : simulated.names()) {
      Camera model = site.cameras().get(cameras.size() % site.cameras().size()).camera();
      Camera camera = model.withId(new CameraId(name));
      MeasuredCamera watch = new MeasuredCamera(site.analysis().detection().turnSeconds());
      cameras.add(camera);
      measured.put(camera.id(), watch);
      feeds.add(feed(camera, watch.watching(opener(simulated.url(name)))));
    }
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    AtomicLong sightings = new AtomicLong();
    Tap tap = new Tap(measured, clock);
    int live;
    Work work;
    try (Pipeline pipeline =
        new Pipeline(
            feeds,
            shards,
            () -> new Instruments(new PassCounter(eyes.detector(), tap.asked), eyes.embedder()),
            site.analysis(),
            new GalleryKeeper(watchlist, cameras, eyes.model(), clock),
            (sighting, book) -> sightings.incrementAndGet(),
            tap,
            new PipelineMeters(registry, clock),
            clock)) {
      pipeline.start();
      live = awaitLive(measured.values());
      settle(measured.values());
      Map<Stage, Double> before = stages(registry);
      ThreadTimes then = ThreadTimes.now();
      long begin = System.nanoTime();
      tap.counts = true;
      Thread.sleep(time);
      tap.counts = false;
      double seconds = (System.nanoTime() - begin) / 1e9;
      work = work(then, ThreadTimes.now(), before, stages(registry), seconds);
    }
    // Its threads have ended: what they wrote may be read.
    return step(List.copyOf(measured.values()), live, sightings.get(), work);
  }

  private int awaitLive(Collection<MeasuredCamera> cameras) throws InterruptedException {
    long end = System.nanoTime() + COMING_UP.toNanos();
    while (true) {
      int live = (int) cameras.stream().filter(MeasuredCamera::live).count();
      if (live == cameras.size() || System.nanoTime() > end) {
        return live;
      }
      Thread.sleep(LOOK);
    }
  }

  private void settle(Collection<MeasuredCamera> cameras) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_SETTLING.toNanos();
    long since = System.nanoTime();
    while (System.nanoTime() < end && System.nanoTime() - since < settling.toNanos()) {
      Thread.sleep(LOOK);
      if (cameras.stream().anyMatch(one -> one.lastAge().compareTo(Step.LIMIT) > 0)) {
        since = System.nanoTime();
      }
    }
  }

  private static Step step(List<MeasuredCamera> cameras, int live, long sightings, Work work) {
    Latencies all = new Latencies();
    long pictures = 0;
    long held = 0;
    long dropped = 0;
    for (MeasuredCamera camera : cameras) {
      all.addAll(camera.latencies());
      pictures += camera.pictures();
      held += camera.turns().held();
      dropped += camera.turns().dropped();
    }
    return new Step(
        cameras.size(),
        live,
        pictures,
        all.percentile(0.5),
        all.percentile(0.99),
        held,
        dropped,
        sightings,
        work);
  }

  private static Work work(
      ThreadTimes then,
      ThreadTimes now,
      Map<Stage, Double> before,
      Map<Stage, Double> after,
      double seconds) {
    Map<Stage, Double> stages = new EnumMap<>(Stage.class);
    after.forEach(
        (stage, used) -> stages.put(stage, (used - before.getOrDefault(stage, 0.0)) / seconds));
    double receive = now.since(then, "grab-") / 1e9 / seconds;
    double shards = now.since(then, "shard-") / 1e9 / seconds;
    double all = now.since(then) / 1e9 / seconds;
    return new Work(
        receive,
        stages,
        now.mostSince(then, "shard-") / 1e9 / seconds,
        Math.max(0, all - receive - shards),
        Runtime.getRuntime().availableProcessors());
  }

  /** Seconds that each stage has taken so far. */
  private static Map<Stage, Double> stages(SimpleMeterRegistry registry) {
    Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      Timer timer =
          registry.get("haetae.stage").tag("stage", stage.name().toLowerCase(Locale.ROOT)).timer();
      seconds.put(stage, timer.totalTime(TimeUnit.SECONDS));
    }
    return seconds;
  }

  private CameraOpener opener(String url) {
    return new CameraOpener(
        StreamAddress.parse(url),
        Optional::empty,
        RtspSettings.standard(),
        DecodingDevice.software(),
        clock);
  }

  private CameraFeed feed(Camera camera, FrameSourceOpener opener) {
    CameraHealth health =
        new CameraHealth(
            camera.id(), Optional.empty(), HealthSettings.defaults(), clock.instant(), c -> {});
    CameraFit fit = new CameraFit(camera.id(), camera.fieldOfView(), site.needs());
    return new CameraFeed(camera.id(), opener, Playback.live(), health, fit, start -> {});
  }

  /** Sees every analysed picture, on its shard's thread. */
  private static final class Tap implements FrameTap {
    private final Map<CameraId, MeasuredCamera> cameras;
    private final InstantSource clock;
    private final ThreadLocal<Boolean> asked = ThreadLocal.withInitial(() -> false);
    private volatile boolean counts;

    Tap(Map<CameraId, MeasuredCamera> cameras, InstantSource clock) {
      this.cameras = Map.copyOf(cameras);
      this.clock = clock;
    }

    @Override
    public boolean wants(CameraId camera) {
      return true;
    }

    @Override
    public void show(CameraId camera, Frame frame, FrameView seen) {
      boolean looked = asked.get();
      asked.set(false);
      Instant now = clock.instant();
      MeasuredCamera measured = cameras.get(camera);
      if (measured != null) {
        measured.analysed(frame, looked, looked || !seen.searched(), counts, now);
      }
    }
  }
}
