package org.haetae.benchmarks.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.haetae.app.Eyes;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSource.CaptureClock;
import org.haetae.pipeline.capture.ffmpeg.FfmpegLog;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.match.GalleryBook;
import org.haetae.pipeline.sighting.AnalysisListener;
import org.haetae.pipeline.sighting.AnalysisSettings;
import org.haetae.pipeline.sighting.CameraAnalysis;
import org.haetae.pipeline.sighting.Instruments;
import org.haetae.pipeline.sighting.StageTimes;

/**
 * Every frame of the clips in file order through {@link CameraAnalysis}, as {@code haetae scan} and
 * a camera's lane do. Plays all clips some rounds unmeasured, then prints one JSON object a clip:
 * its seconds, processor seconds, how long the frames with a detector pass took, and its sightings.
 */
public final class OurLoop {
  private static final CameraId CAMERA = new CameraId("peer");

  private final Instruments instruments;
  private final GalleryBook book;
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<Double> passMillis = new ArrayList<>();
  private double seconds;

  private OurLoop(Eyes eyes, List<WatchlistEntry> people) {
    instruments = eyes.instruments();
    book = GalleryBook.unscoped(CAMERA, people, eyes.model());
  }

  /**
   * @param arguments rounds to warm up, rounds to measure, the watchlist's folder, clips
   */
  public static void main(String[] arguments) {
    if (arguments.length < 4) {
      System.err.println("usage: OurLoop WARM-UP ROUNDS WATCHLIST CLIP.mp4...");
      System.exit(2);
    }
    FfmpegLog.verbose(false);
    int warmUp = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Eyes eyes = Eyes.standard();
    List<WatchlistEntry> people;
    try (PhotoReader reader = new PhotoReader(eyes)) {
      people = WatchlistFolder.read(Path.of(arguments[2]), reader).entries();
    }
    OurLoop loop = new OurLoop(eyes, people);
    double start = spent();
    List<Path> clips = Arrays.stream(arguments).skip(3).map(Path::of).toList();
    for (int round = 0; round < warmUp; round++) {
      clips.forEach(loop::play);
    }
    System.out.printf(Locale.ROOT, "{\"start\": %.2f, \"warm\": %.2f}%n", start, spent() - start);
    for (int round = 0; round < rounds; round++) {
      for (Path clip : clips) {
        double before = spent();
        loop.play(clip);
        System.out.println(loop.line(clip, spent() - before));
      }
    }
    loop.instruments.close();
  }

  private void play(Path clip) {
    sightings.clear();
    passMillis.clear();
    CameraAnalysis analysis =
        new CameraAnalysis(
            CAMERA,
            instruments,
            AnalysisSettings.standard(),
            (AnalysisListener) (sighting, used) -> sightings.add(sighting),
            StageTimes.none());
    try (FrameSource source = FileSource.open(clip)) {
      Frame frame = source.next(CaptureClock.sinceEpoch());
      while (frame != null) {
        long passes = analysis.counts().analysed();
        long begin = System.nanoTime();
        analysis.process(frame, book);
        if (analysis.counts().analysed() > passes) {
          passMillis.add((System.nanoTime() - begin) / 1e6);
        }
        frame.release();
        frame = source.next(CaptureClock.sinceEpoch());
      }
      seconds = source.info().seconds();
    }
    analysis.restart();
  }

  private String line(Path clip, double processor) {
    return String.format(
        Locale.ROOT,
        "{\"clip\": \"%s\", \"seconds\": %.3f, \"cpu\": %.3f, \"latencies\": %s, \"hits\": [%s]}",
        clip.getFileName(),
        seconds,
        processor,
        passMillis.stream().map(millis -> String.format(Locale.ROOT, "%.3f", millis)).toList(),
        String.join(", ", sightings.stream().map(OurLoop::hit).toList()));
  }

  private static String hit(Sighting sighting) {
    double at = Duration.between(Instant.EPOCH, sighting.lastSeen()).toMillis() / 1e3;
    return String.format(Locale.ROOT, "[%.3f, \"%s\"]", at, sighting.respondent());
  }

  /** Seconds of processor time of this process, user and kernel, all threads. */
  private static double spent() {
    Duration time = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return time.toNanos() / 1e9;
  }
}
