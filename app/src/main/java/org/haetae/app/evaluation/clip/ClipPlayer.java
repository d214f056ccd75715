package org.haetae.app.evaluation.clip;

import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.haetae.app.Eyes;
import org.haetae.app.evaluation.clip.LabelledClip.Somebody;
import org.haetae.app.evaluation.video.ClipRun;
import org.haetae.app.evaluation.video.Demands;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.app.terminal.Progress;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSource.CaptureClock;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.match.GalleryBook;
import org.haetae.pipeline.sighting.AnalysisSettings;
import org.haetae.pipeline.sighting.CameraAnalysis;
import org.haetae.pipeline.sighting.Instruments;
import org.haetae.pipeline.sighting.StageTimes;

/**
 * Plays recordings through a camera's analysis, every frame of them. Owns its networks; one thread
 * at a time.
 */
public final class ClipPlayer implements AutoCloseable {
  private static final CameraId RECORDING = new CameraId("recording");

  private final Instruments instruments;
  private final ModelId model;
  private final AnalysisSettings settings;
  private final LightMeter meter = new LightMeter();
  private double seconds;

  public ClipPlayer(Eyes eyes, AnalysisSettings settings) {
    this.instruments = eyes.instruments();
    this.model = eyes.model();
    this.settings = settings;
  }

  /** What is demanded of a track that is compared with so many people. */
  public Demands demands(int gallerySize) {
    EvidencePolicy policy = settings.evidence();
    return new Demands(
        policy.falsePositiveRate(),
        policy.scoreThreshold(gallerySize),
        policy.acceptBound(gallerySize),
        policy.fewestLooks(),
        settings.looks().smallestFace(),
        gallerySize);
  }

  /** Length of the last recording, in seconds. */
  public double seconds() {
    return seconds;
  }

  /**
   * Plays one recording to its end.
   *
   * @param progress makes a bar for that many frames
   * @throws org.haetae.pipeline.capture.CaptureException when it can't be read
   * @throws Problem when it doesn't go with its truth
   */
  public ClipRun play(
      LabelledClip clip, List<WatchlistEntry> gallery, LongFunction<Progress> progress) {
    Set<RespondentId> looked =
        gallery.stream().map(WatchlistEntry::respondent).collect(Collectors.toSet());
    Set<String> names = looked.stream().map(RespondentId::value).collect(Collectors.toSet());
    Set<String> present = clip.people().stream().map(Somebody::name).collect(Collectors.toSet());
    ClipObserver observer =
        new ClipObserver(
            meter,
            settings.evidence(),
            looked.stream().filter(id -> present.contains(id.value())).collect(Collectors.toSet()));
    CameraAnalysis analysis =
        new CameraAnalysis(RECORDING, instruments, settings, observer, StageTimes.none(), observer);
    TruthLight light = new TruthLight(clip);
    GalleryBook book = GalleryBook.unscoped(RECORDING, gallery, model);
    long frames = 0;
    try (FrameSource source = FileSource.open(clip.video())) {
      requireWidth(clip, source.info().width());
      Progress bar = progress.apply(source.info().frames());
      Frame frame = source.next(CaptureClock.sinceEpoch());
      while (frame != null) {
        try {
          requireRate(clip, frame);
          light.read(frame, meter);
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
      bar.done("%d frames, %d tracks".formatted(frames, analysis.counts().tracks()));
    }
    light.requireEnd(frames);
    return new ClipRun(
        clip.name(), names, demands(gallery.size()), light.passages(), observer.tracks());
  }

  private static void requireWidth(LabelledClip clip, int width) {
    if (clip.width().isPresent() && clip.width().getAsInt() != width) {
      throw new Problem(
          ExitCode.USAGE,
          "%s: width is %d, but the pictures of %s are %d pixels wide"
              .formatted(clip.truth(), clip.width().getAsInt(), clip.name(), width));
    }
  }

  /** A truth by frames and a time by the clock must not drift apart. */
  private static void requireRate(LabelledClip clip, Frame frame) {
    double expected = frame.index() / clip.fps();
    if (Math.abs(frame.mediaSeconds() - expected) > 0.5) {
      throw new Problem(
          ExitCode.USAGE,
          "%s: fps doesn't go with %s, whose frame %d is at %.2f s and not at %.2f s: give its true, constant rate"
              .formatted(clip.truth(), clip.name(), frame.index(), frame.mediaSeconds(), expected));
    }
  }

  @Override
  public void close() {
    instruments.close();
    meter.close();
  }
}
