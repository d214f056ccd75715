package org.haetae.benchmarks.stages;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.haetae.benchmarks.material.Scene;
import org.haetae.benchmarks.material.Vectors;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.FaceQuality;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.align.FaceCropper;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.models.quality.QualityAssessor;
import org.haetae.pipeline.detect.DetectionPlan;
import org.haetae.pipeline.detect.DetectionPlanner;
import org.haetae.pipeline.detect.DetectionSettings;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.evidence.TrackEvidence;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Gallery;
import org.haetae.pipeline.match.Match;
import org.haetae.pipeline.motion.MotionGate;
import org.haetae.pipeline.track.Track;
import org.haetae.pipeline.track.Tracker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One call of each stage; run it with {@code -prof gc} to see what a call allocates. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StageBenchmark {
  private static final double FRAME = 1.0 / 15;

  private final Scene scene = Scene.open();
  private final Region whole = Region.whole(scene.frame());
  private final PlanarRgb thumbnail = new PlanarRgb(MotionGate.COLUMNS, MotionGate.ROWS);
  private final MotionGate motion = new MotionGate();
  private final DetectionPlanner planner = new DetectionPlanner(DetectionSettings.standard());
  private final Tracker tracker = new Tracker();
  private final List<DetectedFace> three = List.of(at(-300), at(0), at(300));
  private final List<FaceBox> boxes = three.stream().map(DetectedFace::box).toList();
  private final FaceCropper cropper = new FaceCropper();
  private final AlignedFace aligned = cropper.align(scene.frame(), scene.face());
  private final QualityAssessor assessor = new QualityAssessor();
  private final FaceQuality quality = assessor.assess(scene.face(), aligned);
  private final Gallery gallery = Vectors.gallery(1_000);
  private final float[] probe = Vectors.components(5);
  private final TrackEvidence evidence = new TrackEvidence(EvidencePolicy.standard());
  private final Look look = new Look(scene.face(), quality, Vectors.embedding(5), 1);
  private double seconds;

  private DetectedFace at(float shift) {
    DetectedFace face = scene.face();
    return new DetectedFace(
        face.box().moved(shift, 0), face.landmarks().mapped(-shift, 0, 1), face.score());
  }

  @Benchmark
  public int motionGate() {
    seconds += FRAME;
    return motion.update(thumbnail, seconds);
  }

  @Benchmark
  public DetectionPlan planner() {
    seconds += FRAME;
    return planner.plan(scene.frame(), seconds, boxes, motion, 5);
  }

  @Benchmark
  public List<Track> trackerThreeFaces() {
    seconds += FRAME;
    tracker.update(three, whole, seconds);
    return tracker.tracks();
  }

  @Benchmark
  public AlignedFace align() {
    return cropper.align(scene.frame(), scene.face());
  }

  @Benchmark
  public FaceQuality quality() {
    return assessor.assess(scene.face(), aligned);
  }

  @Benchmark
  public Optional<Match> matchThousand() {
    return gallery.nearest(probe);
  }

  /** Of somebody in the gallery, so that there is a candidate to add to. */
  @Benchmark
  public Optional<TrackEvidence.Decision> evidenceThousand() {
    return evidence.add(look, gallery);
  }

  @TearDown
  public void close() {
    thumbnail.close();
    cropper.close();
    scene.close();
  }
}
