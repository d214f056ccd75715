package org.haetae.app.evaluation.clip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haetae.app.evaluation.video.FoundFace;
import org.haetae.app.evaluation.video.ObservedTrack;
import org.haetae.app.evaluation.video.Standing;
import org.haetae.app.evaluation.video.TakenLook;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.id.RespondentId;
import org.haetae.models.pose.LandmarkPose;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.evidence.TrackEvidence;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Gallery;
import org.haetae.pipeline.match.GalleryBook;
import org.haetae.pipeline.sighting.AnalysisListener;
import org.haetae.pipeline.sighting.FaceObserver;
import org.haetae.pipeline.track.Track;

/**
 * Notes in numbers what an analysis does with each face. Tracks that the pipeline holds to be one
 * person are one here; the analysis's thread calls all of it.
 */
final class ClipObserver implements FaceObserver, AnalysisListener {
  private final LightMeter meter;
  private final EvidencePolicy policy;
  private final Set<RespondentId> visible;
  private final Map<Long, Notes> byTrack = new TreeMap<>();
  private double light;

  /**
   * @param visible people of the gallery who are in the clip; scores of others are not kept
   */
  ClipObserver(LightMeter meter, EvidencePolicy policy, Set<RespondentId> visible) {
    this.meter = meter;
    this.policy = policy;
    this.visible = visible;
  }

  private static final class Notes {
    private final long id;
    private final List<FoundFace> faces = new ArrayList<>();
    private final List<TakenLook> looks = new ArrayList<>();
    private Optional<ObservedTrack.Alert> alert = Optional.empty();

    Notes(long id) {
      this.id = id;
    }
  }

  private Notes of(long track) {
    return byTrack.computeIfAbsent(track, Notes::new);
  }

  @Override
  public void found(Frame frame, Track track) {
    DetectedFace face = track.face();
    light = meter.read(frame, face.box());
    of(track.id())
        .faces
        .add(
            new FoundFace(
                Math.toIntExact(frame.index()),
                face.box(),
                LandmarkPose.of(face.landmarks()).yaw(),
                light));
  }

  @Override
  public void compared(long track, Look look, TrackEvidence evidence, Gallery gallery) {
    float[] probe = new float[look.embedding().dimension()];
    look.embedding().copyTo(probe, 0);
    Map<String, Double> scores = new HashMap<>();
    for (RespondentId person : visible) {
      gallery
          .score(person, probe)
          .ifPresent(match -> scores.put(person.value(), (double) match.score()));
    }
    of(track)
        .looks
        .add(
            new TakenLook(
                look.seconds(),
                look.face().box().height(),
                LandmarkPose.of(look.face().landmarks()).yaw(),
                lightOf(track),
                look.quality().unified(),
                scores,
                evidence.standing().stream()
                    .collect(
                        Collectors.toMap(
                            one -> one.respondent().value(),
                            one ->
                                new Standing(
                                    one.evidence().looks(),
                                    one.evidence().score(),
                                    rate(one.evidence()))))));
  }

  private double rate(Evidence evidence) {
    return policy.strictestRate(
        evidence.gallerySize(), evidence.score(), evidence.logLikelihoodRatio());
  }

  /** A look is taken in the frame in which its face was found last. */
  private double lightOf(long track) {
    List<FoundFace> faces = of(track).faces;
    return faces.isEmpty() ? light : faces.getLast().light();
  }

  @Override
  public void split(long track, long fresh) {
    List<FoundFace> faces = of(track).faces;
    if (!faces.isEmpty()) {
      of(fresh).faces.add(faces.removeLast());
    }
  }

  @Override
  public void rejoined(long lost, long fresh) {
    Notes before = of(lost);
    before.faces.addAll(of(fresh).faces);
    byTrack.put(fresh, before);
  }

  @Override
  public void sighted(Sighting sighting, GalleryBook book) {
    of(sighting.track()).alert =
        Optional.of(
            new ObservedTrack.Alert(
                sighting.respondent().value(),
                Duration.between(Instant.EPOCH, sighting.lastSeen()).toNanos() / 1e9));
  }

  /** What there was, by the first id of each. */
  List<ObservedTrack> tracks() {
    return new LinkedHashSet<>(byTrack.values())
        .stream()
            .filter(notes -> !notes.faces.isEmpty())
            .map(notes -> new ObservedTrack(notes.id, notes.faces, notes.looks, notes.alert))
            .toList();
  }
}
