package org.haetae.pipeline.sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.haetae.domain.alert.Glimpse;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.models.align.FaceCropper;
import org.haetae.models.detect.CenterFaceDetector;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.detect.TwoStageDetector;
import org.haetae.models.djl.DjlNetworks;
import org.haetae.models.embed.FaceEmbedder;
import org.haetae.models.embed.MobileFaceNetEmbedder;
import org.haetae.models.network.EngineKind;
import org.haetae.models.opencv.StillPicture;
import org.haetae.models.picture.Region;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.match.GalleryBook;
import org.junit.jupiter.api.Test;

/** The frame path with the shipped networks on the shipped footage. */
class CameraAnalysisIT {
  private static final Path HOME = Path.of(System.getProperty("haetae.home", "."));
  private static final Path FOOTAGE = HOME.resolve("camera-sim/footage");
  private static final CameraId CAMERA = new CameraId("door");

  private final DjlNetworks networks =
      new DjlNetworks(WeightStore.open(HOME.resolve("models/weights")));
  private final WeightStore weights = WeightStore.open(HOME.resolve("models/weights"));
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Float> passed = new ArrayList<>();

  @Test
  void theSameFramesGiveTheSameSightings() throws IOException {
    try (Instruments instruments = instruments()) {
      GalleryBook book = bookOf("respondent-han");
      play("home-door.mp4", instruments, book, 1);
      play("home-door.mp4", instruments, book, 1);
    }
    assertEquals(2, sightings.size());
    Sighting first = sightings.get(0);
    Sighting second = sightings.get(1);
    assertEquals(new RespondentId("respondent-han"), first.respondent());
    assertEquals(first.evidence(), second.evidence());
    assertEquals(first.box(), second.box());
    assertTrue(first.growth() > 0, "the face grows as he comes nearer");
  }

  @Test
  void aSightingShowsTheLooksThatItRestsOn() throws IOException {
    try (Instruments instruments = instruments()) {
      play("home-door.mp4", instruments, bookOf("respondent-han"), 1);
    }
    Sighting sighting = sightings.getFirst();
    List<Glimpse> glimpses = sighting.glimpses();
    assertTrue(
        glimpses.size() >= 2
            && glimpses.size() <= Math.min(LookStrip.MOST, sighting.evidence().looks()),
        glimpses.toString());
    assertEquals(sighting.lastSeen(), glimpses.getLast().captured(), "the one that decided");
    assertEquals(sighting.box().height(), glimpses.getLast().faceHeight());
    for (int i = 0; i < glimpses.size(); i++) {
      Glimpse glimpse = glimpses.get(i);
      assertTrue(i == 0 || glimpse.captured().isAfter(glimpses.get(i - 1).captured()));
      assertTrue(!glimpse.captured().isBefore(sighting.firstSeen()));
      assertTrue(glimpse.score() > 0.2 && glimpse.score() <= 1, "score " + glimpse.score());
      assertTrue(StillPicture.decode(glimpse.crop().jpeg()).isPresent());
      assertTrue(glimpse.crop().jpeg().length < 40_000, glimpse.toString());
    }
  }

  @Test
  void whoIsNotInTheGalleryIsNobody() throws IOException {
    try (Instruments instruments = instruments()) {
      play("home-door.mp4", instruments, bookOf("respondent-seo"), 1);
    }
    assertEquals(List.of(), sightings);
  }

  @Test
  void aStreamThatBeginsAgainIsANewScene() throws IOException {
    try (Instruments instruments = instruments()) {
      play("home-door.mp4", instruments, bookOf("respondent-han"), 2);
    }
    assertEquals(2, sightings.size());
  }

  @Test
  void everybodyWhoPassedIsToldWithTheLargestFace() throws IOException {
    try (Instruments instruments = instruments()) {
      play("home-door.mp4", instruments, bookOf("respondent-seo"), 1);
    }
    // Two people; CenterFace's boxes of them are up to a tenth lower than the renderer's 88 and
    // 110 pixels.
    assertTrue(passed.size() >= 2 && passed.size() <= 4, passed.toString());
    assertEquals(100, passed.stream().mapToDouble(height -> height).max().orElse(0), 12);
  }

  /**
   * Ten thousand frames: decoded, thumbnailed, planned, detected now and then, and all given back.
   */
  @Test
  void nativeMemoryStaysFlatOverTenThousandFrames() throws IOException {
    Path statm = Path.of("/proc/self/statm");
    assumeTrue(Files.exists(statm), "resident memory is read from /proc, which is not here");
    try (Instruments instruments = instruments()) {
      GalleryBook book = bookOf("respondent-han");
      CameraAnalysis analysis = analysis(instruments);
      int frames = frugal(analysis, book, 2_000);
      long before = residentMegabytes(statm);
      frames += frugal(analysis, book, 8_000);
      long after = residentMegabytes(statm);
      assertTrue(frames >= 10_000);
      assertTrue(
          after - before < 48,
          "resident memory grew from %d to %d MB over 8,000 frames".formatted(before, after));
    }
  }

  /** Plays a tiny recording again and again, so that ten thousand frames take seconds. */
  private int frugal(CameraAnalysis analysis, GalleryBook book, int atLeast) throws IOException {
    int frames = 0;
    while (frames < atLeast) {
      try (FrameSource source = FileSource.open(FOOTAGE.resolve("clips/home-door.mp4"))) {
        Frame frame = source.next(seconds -> Instant.EPOCH);
        while (frame != null) {
          // Every frame is decoded and read; the networks see one in twenty.
          if (frame.index() % 20 == 0) {
            analysis.process(frame, book);
          }
          frame.release();
          frames++;
          frame = source.next(seconds -> Instant.EPOCH);
        }
      }
    }
    return frames;
  }

  private static long residentMegabytes(Path statm) throws IOException {
    System.gc();
    return Long.parseLong(Files.readString(statm).split(" ", -1)[1]) * 4096 / (1024 * 1024);
  }

  private void play(String clip, Instruments instruments, GalleryBook book, int times) {
    CameraAnalysis analysis = analysis(instruments);
    for (int i = 0; i < times; i++) {
      try (FrameSource source = FileSource.open(FOOTAGE.resolve("clips").resolve(clip))) {
        Frame frame = source.next(seconds -> Instant.EPOCH.plusNanos(Math.round(seconds * 1e9)));
        while (frame != null) {
          analysis.process(frame, book);
          frame.release();
          frame = source.next(seconds -> Instant.EPOCH.plusNanos(Math.round(seconds * 1e9)));
        }
      }
    }
    analysis.restart();
  }

  private CameraAnalysis analysis(Instruments instruments) {
    return new CameraAnalysis(
        CAMERA, instruments, AnalysisSettings.standard(), new Notes(), StageTimes.none());
  }

  private final class Notes implements AnalysisListener {
    @Override
    public void sighted(Sighting sighting, GalleryBook book) {
      sightings.add(sighting);
    }

    @Override
    public void passed(CameraId camera, float largestFace, int pictureWidth) {
      assertEquals(1280, pictureWidth);
      passed.add(largestFace);
    }
  }

  private Instruments instruments() {
    return new Instruments(detector(), embedder());
  }

  private FaceDetector detector() {
    return new TwoStageDetector(
        networks.load(ModelName.ULTRAFACE, EngineKind.ONNX_RUNTIME),
        new CenterFaceDetector(
            networks.load(ModelName.CENTERFACE, EngineKind.ONNX_RUNTIME), 1280 * 736),
        1280 * 736);
  }

  private FaceEmbedder embedder() {
    return new MobileFaceNetEmbedder(
        networks.load(ModelName.MOBILEFACENET, EngineKind.ONNX_RUNTIME),
        weights.idOf(ModelName.MOBILEFACENET));
  }

  private GalleryBook bookOf(String respondent) throws IOException {
    List<Template> templates = new ArrayList<>();
    try (FaceDetector detector = detector();
        FaceEmbedder embedder = embedder();
        FaceCropper cropper = new FaceCropper();
        Stream<Path> photographs = Files.list(FOOTAGE.resolve("enrolment").resolve(respondent))) {
      for (Path photograph : photographs.sorted().toList()) {
        try (StillPicture picture =
            StillPicture.decode(Files.readAllBytes(photograph)).orElseThrow()) {
          DetectedFace face = detector.detect(picture, Region.whole(picture), 24).getFirst();
          templates.add(
              new Template(embedder.embed(cropper.align(picture, face)), 0.9f, embedder.model()));
        }
      }
    }
    return GalleryBook.unscoped(
        CAMERA,
        List.of(new WatchlistEntry(new RespondentId(respondent), templates, false)),
        weights.idOf(ModelName.MOBILEFACENET));
  }
}
