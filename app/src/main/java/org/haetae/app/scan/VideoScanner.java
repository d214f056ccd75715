package org.haetae.app.scan;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import org.haetae.app.Eyes;
import org.haetae.app.terminal.Progress;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSource.CaptureClock;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.match.GalleryBook;
import org.haetae.pipeline.sighting.AnalysisListener;
import org.haetae.pipeline.sighting.AnalysisSettings;
import org.haetae.pipeline.sighting.CameraAnalysis;
import org.haetae.pipeline.sighting.Instruments;
import org.haetae.pipeline.sighting.StageTimes;

/** Scans recordings one after another. Owns its networks; one thread at a time. */
public final class VideoScanner implements AutoCloseable {
  private static final CameraId RECORDING = new CameraId("recording");

  private final Instruments instruments;
  private final GalleryBook book;
  private final AnalysisSettings settings;

  public VideoScanner(Eyes eyes, List<WatchlistEntry> people, AnalysisSettings settings) {
    this.book = GalleryBook.unscoped(RECORDING, people, eyes.model());
    this.instruments = eyes.instruments();
    this.settings = settings;
  }

  /**
   * Reads a recording to its end.
   *
   * @param progress makes a bar for that many frames
   * @throws org.haetae.pipeline.capture.CaptureException when it can't be read
   */
  public ScanResult scan(Path video, LongFunction<Progress> progress) {
    List<ScanResult.Seen> seen = new ArrayList<>();
    AnalysisListener listener = new Collector(seen);
    CameraAnalysis analysis =
        new CameraAnalysis(RECORDING, instruments, settings, listener, StageTimes.none());
    long start = System.nanoTime();
    long frames = 0;
    double seconds = 0;
    try (FrameSource source = FileSource.open(video)) {
      Progress bar = progress.apply(source.info().frames());
      Frame frame = source.next(CaptureClock.sinceEpoch());
      while (frame != null) {
        try {
          analysis.process(frame, book);
          seconds = frame.mediaSeconds();
        } finally {
          frame.release();
        }
        frames++;
        bar.at(frames, analysis.counts().tracks() + " tracks");
        frame = source.next(CaptureClock.sinceEpoch());
      }
      analysis.restart();
      seconds = Math.max(seconds, source.info().seconds());
      double elapsed = (System.nanoTime() - start) / 1e9;
      bar.done("%d frames in %.1f s".formatted(frames, elapsed));
      seen.sort(Comparator.comparingDouble(ScanResult.Seen::firstSeen));
      return new ScanResult(frames, analysis.counts(), seen, seconds, seconds / elapsed);
    }
  }

  private static double seconds(Instant instant) {
    return Duration.between(Instant.EPOCH, instant).toNanos() / 1e9;
  }

  @Override
  public void close() {
    instruments.close();
  }

  private record Collector(List<ScanResult.Seen> seen) implements AnalysisListener {
    @Override
    public void sighted(Sighting sighting, GalleryBook book) {}

    @Override
    public void ended(Sighting sighting, double lastSeconds) {
      seen.add(
          new ScanResult.Seen(
              sighting.track(),
              sighting.respondent(),
              sighting.evidence().score(),
              sighting.evidence().threshold(),
              seconds(sighting.firstSeen()),
              lastSeconds,
              sighting.box()));
    }
  }
}
