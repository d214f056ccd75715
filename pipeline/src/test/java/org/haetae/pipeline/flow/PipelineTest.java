package org.haetae.pipeline.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.WatchlistSnapshot;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.embed.FaceEmbedder;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.VideoInfo;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;
import org.haetae.pipeline.match.GalleryKeeper;
import org.haetae.pipeline.metrics.PipelineMeters;
import org.haetae.pipeline.sighting.AnalysisSettings;
import org.haetae.pipeline.sighting.FrameView;
import org.haetae.pipeline.sighting.Instruments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final ModelId MODEL = new ModelId("fake", "1");

  private final AtomicInteger alive = new AtomicInteger();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void everyFrameIsAnalysedOrCountedAndAllAreReleased() throws InterruptedException {
    int cameras = 7;
    int frames = 400;
    try (Pipeline pipeline =
        pipeline(cameras, 3, watch -> new FakeSource(frames, alive), new SlowDetector(0))) {
      pipeline.start();
      assertTrue(pipeline.awaitEnd(LIMIT));
    }
    assertEquals(0, alive.get(), "frames that were never released");
    double captured = 0;
    double dropped = 0;
    for (int i = 0; i < cameras; i++) {
      captured += registry.counter("haetae.frames.captured", "camera", "camera-" + i).count();
      dropped +=
          registry
              .counter("haetae.frames.dropped", "camera", "camera-" + i, "reason", "superseded")
              .count();
    }
    assertEquals(cameras * frames, captured);
    double analysed = registry.get("haetae.decision.age").timer().count();
    assertEquals(captured, analysed + dropped, "each frame is either analysed or superseded");
  }

  @Test
  void aSlowShardSeesNewFramesAndNeverAQueue() throws InterruptedException {
    List<Long> seen = new ArrayList<>();
    FrameTap tap =
        new FrameTap() {
          @Override
          public boolean wants(CameraId camera) {
            return true;
          }

          @Override
          public void show(CameraId camera, Frame frame, FrameView seenIn) {
            synchronized (seen) {
              seen.add(frame.index());
            }
          }
        };
    try (Pipeline pipeline =
        pipeline(1, 1, watch -> new FakeSource(3000, alive), new SlowDetector(3), tap)) {
      pipeline.start();
      assertTrue(pipeline.awaitEnd(LIMIT));
    }
    assertEquals(0, alive.get());
    synchronized (seen) {
      assertEquals(seen.stream().sorted().toList(), seen, "frames come in order");
      assertEquals(2999L, seen.getLast(), "the newest frame is never lost");
    }
  }

  @Test
  void aBrokenCameraIsTriedAgainWhileTheOthersRun() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    CountDownLatch recovered = new CountDownLatch(1);
    List<CameraFeed> feeds =
        List.of(
            feed("camera-0", watch -> new FakeSource(100, alive)),
            feed(
                "camera-1",
                watch -> {
                  if (attempts.incrementAndGet() < 3) {
                    throw new CaptureException(
                        CaptureFailure.UNREACHABLE, "the camera does not answer");
                  }
                  recovered.countDown();
                  return new FakeSource(10, alive);
                }));
    try (Pipeline pipeline = pipeline(feeds, 1, new SlowDetector(0), FrameTap.none())) {
      pipeline.start();
      assertTrue(recovered.await(LIMIT.toSeconds(), TimeUnit.SECONDS));
      assertTrue(pipeline.awaitEnd(LIMIT));
    }
    assertEquals(100, registry.counter("haetae.frames.captured", "camera", "camera-0").count());
    assertEquals(10, registry.counter("haetae.frames.captured", "camera", "camera-1").count());
    assertEquals(0, alive.get());
  }

  @Test
  void aGrabberSurvivesWhatNobodyForesaw() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    FrameSourceOpener faulty =
        watch -> {
          if (attempts.incrementAndGet() == 1) {
            throw new IllegalStateException("nobody foresaw this");
          }
          return new FakeSource(10, alive);
        };
    try (Pipeline pipeline =
        pipeline(List.of(feed("camera-0", faulty)), 1, new SlowDetector(0), FrameTap.none())) {
      pipeline.start();
      assertTrue(pipeline.awaitEnd(LIMIT));
    }
    assertEquals(10, registry.counter("haetae.frames.captured", "camera", "camera-0").count());
  }

  @Test
  void aFrameThatCanNotBeAnalysedDoesNotStopTheShard() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    FaceDetector faulty =
        new SlowDetector(0) {
          @Override
          public List<DetectedFace> detect(Picture picture, Region region, float scale) {
            if (calls.incrementAndGet() == 1) {
              throw new IllegalStateException("this frame is poison");
            }
            return List.of();
          }
        };
    try (Pipeline pipeline = pipeline(1, 1, watch -> new PatientSource(500, alive), faulty)) {
      pipeline.start();
      assertTrue(pipeline.awaitEnd(LIMIT));
    }
    assertEquals(0, alive.get());
    assertTrue(calls.get() > 1, "analysis went on");
    assertEquals(
        1,
        registry
            .counter("haetae.frames.dropped", "camera", "camera-0", "reason", "failed")
            .count());
  }

  @Test
  void anIdleCameraThatIsWatchedCloselyIsSearchedInEveryPicture() throws InterruptedException {
    int frames = 300;
    FullRate fullRate = new FullRate();
    fullRate.ask(List.of(new CameraId("camera-0")), Instant.MAX);
    List<Boolean> wanted = new ArrayList<>();
    AtomicInteger close = new AtomicInteger();
    AtomicInteger idle = new AtomicInteger();
    searched("camera-0", frames, fullRate, close, wanted);
    searched("camera-1", frames, fullRate, idle, wanted);
    assertEquals(frames, close.get(), "nothing moves, and every picture is searched");
    assertTrue(idle.get() > 0 && idle.get() < frames / 10, "passes over the idle: " + idle);
    assertEquals(List.of(true, false), wanted, "every picture is decoded from the first packet on");
  }

  /** Plays frames in which nothing moves; notes what is wanted of the stream, and the passes. */
  private void searched(
      String camera, int frames, FullRate fullRate, AtomicInteger passes, List<Boolean> wanted)
      throws InterruptedException {
    FaceDetector counting =
        new SlowDetector(0) {
          @Override
          public List<DetectedFace> detect(Picture picture, Region region, float scale) {
            assertEquals(Region.whole(picture), region);
            passes.incrementAndGet();
            return List.of();
          }
        };
    FrameSourceOpener opener =
        watch -> {
          wanted.add(watch.wantsEveryPicture());
          return new PatientSource(frames, alive);
        };
    List<CameraFeed> feeds = List.of(feed(camera, opener));
    try (Pipeline pipeline = pipeline(feeds, 1, counting, FrameTap.none(), fullRate)) {
      pipeline.start();
      assertTrue(pipeline.awaitEnd(LIMIT));
    }
  }

  @Test
  void closingInTheMiddleLeavesNoThreadAndNoFrame() {
    Pipeline pipeline =
        pipeline(4, 2, watch -> new FakeSource(Integer.MAX_VALUE, alive), new SlowDetector(1));
    pipeline.start();
    pipeline.close();
    assertEquals(0, alive.get());
    List<String> left =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith("grab-") || name.startsWith("shard-"))
            .toList();
    assertEquals(List.of(), left);
  }

  private Pipeline pipeline(
      int cameras, int shards, FrameSourceOpener opener, FaceDetector detector) {
    return pipeline(cameras, shards, opener, detector, FrameTap.none());
  }

  private Pipeline pipeline(
      int cameras, int shards, FrameSourceOpener opener, FaceDetector detector, FrameTap tap) {
    List<CameraFeed> feeds = new ArrayList<>();
    for (int i = 0; i < cameras; i++) {
      feeds.add(feed("camera-" + i, opener));
    }
    return pipeline(feeds, shards, detector, tap);
  }

  private Pipeline pipeline(
      List<CameraFeed> feeds, int shards, FaceDetector detector, FrameTap tap) {
    return pipeline(feeds, shards, detector, tap, new FullRate());
  }

  private Pipeline pipeline(
      List<CameraFeed> feeds, int shards, FaceDetector detector, FrameTap tap, FullRate fullRate) {
    InstantSource clock = InstantSource.system();
    List<Camera> cameras =
        feeds.stream()
            .map(
                feed ->
                    new Camera(
                        feed.camera(),
                        new PlaceId("p"),
                        new GeoPoint(0, 0),
                        OptionalDouble.empty(),
                        60,
                        0))
            .toList();
    return new Pipeline(
        feeds,
        shards,
        () -> new Instruments(detector, new NoEmbedder()),
        AnalysisSettings.standard(),
        new GalleryKeeper(WatchlistSnapshot::empty, cameras, MODEL, clock),
        (sighting, book) -> {},
        tap,
        fullRate,
        new PipelineMeters(registry, clock),
        clock);
  }

  private static CameraFeed feed(String camera, FrameSourceOpener opener) {
    return new CameraFeed(
        new CameraId(camera),
        opener,
        new Playback(false, false),
        health(camera),
        new CameraFit(new CameraId(camera), 60, FitNeeds.standard()),
        start -> {});
  }

  private static CameraHealth health(String camera) {
    return new CameraHealth(
        new CameraId(camera),
        Optional.empty(),
        HealthSettings.defaults(),
        Instant.now(),
        change -> {});
  }

  /** Hands out a frame only when the one before it was released, so that each is analysed. */
  private static final class PatientSource extends FakeSource {
    private final AtomicInteger alive;

    PatientSource(int frames, AtomicInteger alive) {
      super(frames, alive);
      this.alive = alive;
    }

    @Override
    public @Nullable Frame next(CaptureClock clock) {
      long limit = System.nanoTime() + LIMIT.toNanos();
      while (alive.get() > 0 && System.nanoTime() < limit) {
        Thread.onSpinWait();
      }
      return super.next(clock);
    }
  }

  /** So many grey frames as fast as they are taken. */
  private static class FakeSource implements FrameSource {
    private final int frames;
    private final AtomicInteger alive;
    private long index;

    FakeSource(int frames, AtomicInteger alive) {
      this.frames = frames;
      this.alive = alive;
    }

    @Override
    public @Nullable Frame next(CaptureClock clock) {
      if (index == frames) {
        return null;
      }
      Instant at = clock.at(index / 15.0);
      return new FakeFrame(index++, at, alive);
    }

    @Override
    public VideoInfo info() {
      return new VideoInfo(320, 180, frames, frames / 15.0, "fake");
    }

    @Override
    public void close() {}
  }

  /** Finds nothing, after working for so many milliseconds. */
  private static class SlowDetector implements FaceDetector {
    private final long millis;

    SlowDetector(long millis) {
      this.millis = millis;
    }

    @Override
    public List<DetectedFace> detect(Picture picture, Region region, float scale) {
      long until = System.nanoTime() + millis * 1_000_000;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      return List.of();
    }

    @Override
    public void close() {}
  }

  private static final class NoEmbedder implements FaceEmbedder {
    @Override
    public Embedding embed(AlignedFace face) {
      throw new IllegalStateException("there is no face to embed");
    }

    @Override
    public ModelId model() {
      return MODEL;
    }

    @Override
    public int dimension() {
      return 512;
    }

    @Override
    public void close() {}
  }
}
