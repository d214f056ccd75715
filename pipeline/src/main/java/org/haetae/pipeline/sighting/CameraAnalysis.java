package org.haetae.pipeline.sighting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Glimpse;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;
import org.haetae.models.opencv.JpegEncoder;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.detect.DetectionPlan;
import org.haetae.pipeline.detect.DetectionPlanner;
import org.haetae.pipeline.evidence.TrackEvidence.Decision;
import org.haetae.pipeline.evidence.TrackFamiliarity.Verdict;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Gallery;
import org.haetae.pipeline.match.GalleryBook;
import org.haetae.pipeline.match.Match;
import org.haetae.pipeline.motion.MotionGate;
import org.haetae.pipeline.track.Track;
import org.haetae.pipeline.track.Tracker;

/**
 * Everything that one camera's frames go through: motion → detect → track → look → match →
 * evidence. Deterministic: the same frames give the same sightings. One thread at a time.
 */
public final class CameraAnalysis {
  /** Seconds for which a lost face is remembered, so that one person keeps one id. */
  private static final double REMEMBERED_SECONDS = 10;

  private static final int CROP_QUALITY = 90;

  private final CameraId camera;
  private final Instruments instruments;
  private final AnalysisSettings settings;
  private final AnalysisListener listener;
  private final StageTimes times;
  private final FaceObserver observer;
  private final Tracker tracker = new Tracker();
  private final List<TrackedFace> faces = new ArrayList<>();
  private final List<TrackedFace> lost = new ArrayList<>();
  private final List<FaceBox> predicted = new ArrayList<>();
  private MotionGate motion = new MotionGate();
  private DetectionPlanner planner;
  private double lastSeconds = Double.NEGATIVE_INFINITY;
  private int width;
  private boolean active;
  private boolean searched;
  private long analysed;
  private long detections;
  private long tracks;
  private long sightings;

  public CameraAnalysis(
      CameraId camera,
      Instruments instruments,
      AnalysisSettings settings,
      AnalysisListener listener,
      StageTimes times) {
    this(camera, instruments, settings, listener, times, FaceObserver.none());
  }

  /**
   * @param observer is told of every face; for measurements of recordings
   */
  public CameraAnalysis(
      CameraId camera,
      Instruments instruments,
      AnalysisSettings settings,
      AnalysisListener listener,
      StageTimes times,
      FaceObserver observer) {
    this.camera = camera;
    this.instruments = instruments;
    this.settings = settings;
    this.listener = listener;
    this.times = times;
    this.observer = observer;
    this.planner = new DetectionPlanner(settings.detection());
  }

  /** {@link #process(Frame, GalleryBook, boolean)} of a frame that need not be searched. */
  public void process(Frame frame, GalleryBook book) {
    process(frame, book, false);
  }

  /**
   * Takes in the next frame, which stays its caller's. A media time that runs backwards or another
   * width begins a new scene: boxes of the old one mean nothing in it.
   *
   * @param wholly whether all of it is to be searched, whatever moves
   */
  public void process(Frame frame, GalleryBook book, boolean wholly) {
    double seconds = frame.mediaSeconds();
    if (seconds < lastSeconds || frame.width() != width) {
      restart();
    }
    width = frame.width();
    lastSeconds = seconds;
    DetectionPlan plan = plan(frame, seconds, wholly);
    searched = plan.region().isPresent() || !active;
    if (plan.region().isPresent()) {
      detect(frame, plan.region().get(), seconds);
      look(frame, seconds, book);
      // A face in a key frame that was only glanced at is reason enough to see the next picture.
      active |= !tracker.tracks().isEmpty();
    }
  }

  private DetectionPlan plan(Frame frame, double seconds, boolean wholly) {
    long start = System.nanoTime();
    frame.read(Region.whole(frame), MotionGate.COLUMNS, MotionGate.ROWS, instruments.thumbnail());
    int moving = motion.update(instruments.thumbnail(), seconds);
    predicted.clear();
    for (Track track : tracker.tracks()) {
      predicted.add(track.predicted(seconds));
    }
    DetectionPlan plan =
        wholly
            ? planner.everything(frame, seconds)
            : planner.plan(frame, seconds, predicted, motion, moving);
    active = planner.active();
    times.record(Stage.MOTION, System.nanoTime() - start);
    return plan;
  }

  private void detect(Frame frame, Region region, double seconds) {
    long start = System.nanoTime();
    List<DetectedFace> found =
        instruments.detector().detect(frame, region, settings.detection().smallestFace());
    long detected = System.nanoTime();
    times.record(Stage.DETECT, detected - start);
    analysed++;
    detections += found.size();
    tracker.update(found, region, seconds);
    follow(seconds);
    times.record(Stage.TRACK, System.nanoTime() - detected);
  }

  /** Brings the tracked faces in line with the tracker's tracks. */
  private void follow(double seconds) {
    for (Track ended : tracker.ended()) {
      for (Iterator<TrackedFace> all = faces.iterator(); all.hasNext(); ) {
        TrackedFace face = all.next();
        if (face.track() == ended) {
          all.remove();
          lost.add(face);
        }
      }
    }
    for (Iterator<TrackedFace> all = lost.iterator(); all.hasNext(); ) {
      TrackedFace face = all.next();
      if (seconds - face.track().seenSeconds() > REMEMBERED_SECONDS) {
        all.remove();
        end(face);
      }
    }
    for (Track track : tracker.tracks()) {
      if (faceOf(track).isEmpty()) {
        faces.add(new TrackedFace(track, settings.evidence()));
        tracks++;
      }
    }
  }

  private Optional<TrackedFace> faceOf(Track track) {
    for (int i = 0; i < faces.size(); i++) {
      if (faces.get(i).track() == track) {
        return Optional.of(faces.get(i));
      }
    }
    return Optional.empty();
  }

  private void look(Frame frame, double seconds, GalleryBook book) {
    Gallery gallery = book.galleryOf(camera);
    boolean strangers = book.residentsAt(camera).isPresent();
    for (int i = 0; i < faces.size(); i++) {
      TrackedFace face = faces.get(i);
      boolean fresh = face.track().seenSeconds() == seconds;
      if (fresh) {
        observer.found(frame, face.track());
      }
      boolean worth =
          fresh
              && settings
                  .looks()
                  .worthALook(
                      face.track(),
                      face.evidence().looks(),
                      seconds - face.evidence().lastSeconds(),
                      face.evidence().largest(),
                      isOpen(face, strangers));
      if (worth && (strangers || gallery.size() > 0)) {
        lookAt(frame, face, i, seconds, gallery, book);
      }
    }
  }

  /**
   * Whether a further look may decide something: who it is, or, where strangers matter, that it is
   * nobody who lives there.
   */
  private static boolean isOpen(TrackedFace face, boolean strangers) {
    return face.sighting().isEmpty()
        && (face.evidence().promising()
            || (strangers && face.familiarity().wantsALook(face.track().face().box().height())));
  }

  private void lookAt(
      Frame frame, TrackedFace tracked, int at, double seconds, Gallery gallery, GalleryBook book) {
    long start = System.nanoTime();
    Look look = instruments.looks().take(frame, tracked.track().face(), seconds);
    long embedded = System.nanoTime();
    times.record(Stage.EMBED, embedded - start);
    TrackedFace face = settle(tracked, at, look);
    Optional<Decision> decision = face.evidence().add(look, gallery);
    observer.compared(face.track().id(), look, face.evidence(), gallery);
    face.remember(look);
    face.picture(look, decision.isPresent(), this::lastCrop);
    times.record(Stage.MATCH, System.nanoTime() - embedded);
    if (decision.isPresent() && face.sighting().isEmpty()) {
      sight(frame, face, look, decision.get(), gallery, book);
    }
    if (face.sighting().isEmpty() && !face.evidence().promising()) {
      book.residentsAt(camera).ifPresent(residents -> compare(frame, face, look, residents));
    }
  }

  private FaceCrop lastCrop() {
    return new FaceCrop(JpegEncoder.encode(instruments.looks().lastCrop(), CROP_QUALITY));
  }

  /** Whoever may still be a respondent is not called unfamiliar. */
  private void compare(Frame frame, TrackedFace face, Look look, GalleryBook.Residents residents) {
    boolean undecided = face.familiarity().verdict() == Verdict.UNDECIDED;
    Verdict verdict = face.familiarity().add(look, residents.gallery());
    if (undecided && verdict == Verdict.UNFAMILIAR) {
      listener.unfamiliar(
          new UnfamiliarFace(
              UUID.randomUUID(),
              residents.place(),
              camera,
              face.track().id(),
              frame.capturedAt(),
              lastCrop()));
    }
  }

  /**
   * The face that a look belongs to: the track's, another one's who took its place, or a lost
   * one's.
   */
  private TrackedFace settle(TrackedFace tracked, int at, Look look) {
    if (tracked.isAnother(look)) {
      TrackedFace other = new TrackedFace(tracker.split(tracked.track()), settings.evidence());
      observer.split(tracked.track().id(), other.track().id());
      faces.set(at, other);
      lost.add(tracked);
      tracks++;
      return other;
    }
    if (tracked.evidence().looks() == 0) {
      for (Iterator<TrackedFace> all = lost.iterator(); all.hasNext(); ) {
        TrackedFace earlier = all.next();
        if (earlier.isSame(look)) {
          all.remove();
          observer.rejoined(earlier.track().id(), tracked.track().id());
          earlier.continueAs(tracked.track());
          faces.set(at, earlier);
          return earlier;
        }
      }
    }
    return tracked;
  }

  private void sight(
      Frame frame,
      TrackedFace face,
      Look look,
      Decision decision,
      Gallery gallery,
      GalleryBook book) {
    Track track = face.track();
    Sighting sighting =
        new Sighting(
            camera,
            track.id(),
            decision.respondent(),
            decision.evidence(),
            instant(frame, track.firstSeconds()),
            frame.capturedAt(),
            look.face().box(),
            frame.width(),
            track.growth(),
            face.best().orElseGet(this::lastCrop),
            glimpses(frame, face.strip(), decision.respondent(), gallery));
    face.sighted(sighting);
    sightings++;
    listener.sighted(sighting, book);
  }

  private static List<Glimpse> glimpses(
      Frame frame, LookStrip strip, RespondentId respondent, Gallery gallery) {
    List<Glimpse> glimpses = new ArrayList<>(LookStrip.MOST);
    for (LookStrip.Kept kept : strip.kept()) {
      Look look = kept.look();
      float[] probe = new float[look.embedding().dimension()];
      look.embedding().copyTo(probe, 0);
      gallery
          .score(respondent, probe)
          .map(Match::score)
          .ifPresent(
              score ->
                  glimpses.add(
                      new Glimpse(
                          kept.crop(),
                          instant(frame, look.seconds()),
                          score,
                          look.face().box().height())));
    }
    return glimpses;
  }

  private static Instant instant(Frame frame, double seconds) {
    long nanos = Math.round((frame.mediaSeconds() - seconds) * 1e9);
    return frame.capturedAt().minus(Duration.ofNanos(nanos));
  }

  private void end(TrackedFace face) {
    if (face.isFace()) {
      listener.passed(camera, face.largest(), width);
    }
    face.sighting().ifPresent(sighting -> listener.ended(sighting, face.track().seenSeconds()));
  }

  /** Whether something moved, somebody was followed or all was searched in the last frame. */
  public boolean active() {
    return active;
  }

  /** Ends every track and forgets the scene, as at a stream's end. */
  public void restart() {
    tracker.reset();
    faces.forEach(this::end);
    lost.forEach(this::end);
    faces.clear();
    lost.clear();
    motion = new MotionGate();
    planner = new DetectionPlanner(settings.detection());
    lastSeconds = Double.NEGATIVE_INFINITY;
  }

  /**
   * The living tracks as they stand at {@code seconds}; a respondent who is no longer in the
   * gallery is nobody.
   */
  public FrameView view(double seconds, GalleryBook book) {
    List<RespondentId> known = book.galleryOf(camera).identities();
    List<TrackView> views = new ArrayList<>(faces.size());
    for (TrackedFace face : faces) {
      views.add(
          new TrackView(
              face.track().id(),
              face.track().predicted(seconds),
              face.sighting().map(Sighting::respondent).filter(known::contains)));
    }
    return new FrameView(views, searched);
  }

  /** What has been done so far. */
  public AnalysisCounts counts() {
    return new AnalysisCounts(analysed, detections, tracks, sightings);
  }
}
