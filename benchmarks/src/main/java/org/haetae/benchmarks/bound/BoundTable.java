package org.haetae.benchmarks.bound;

import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.benchmarks.material.Scene;
import org.haetae.benchmarks.material.Vectors;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.align.FaceCropper;
import org.haetae.models.detect.CenterFaceDetector;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.detect.TwoStageDetector;
import org.haetae.models.djl.DjlNetworks;
import org.haetae.models.embed.FaceEmbedder;
import org.haetae.models.embed.MobileFaceNetEmbedder;
import org.haetae.models.network.EngineKind;
import org.haetae.models.picture.Region;
import org.haetae.models.quality.QualityAssessor;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;
import org.haetae.pipeline.match.Gallery;
import org.haetae.pipeline.match.Match;

/**
 * Prints what a face and a detector pass cost against a bare call of the same network, and where
 * the difference goes.
 */
public final class BoundTable {
  private static final double GOAL = 1.1;
  private static final int GALLERY = 1_000;
  private static final int INPUT = 640 * 384;

  /** Calls after which the optimising compiler has been everywhere, as in a process of months. */
  private static final int SETTLED = 12_000;

  private final WeightStore weights = WeightStore.open(Home.weights());
  private final DjlNetworks networks = new DjlNetworks(weights);
  private final Eyes eyes = Eyes.standard();
  private final int pairs;
  private float sink;

  private BoundTable(int pairs) {
    this.pairs = pairs;
  }

  /**
   * @param arguments how many pairs are measured, by default 300
   */
  public static void main(String[] arguments) {
    BoundTable table = new BoundTable(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300);
    System.out.println(
        "| part | ours ms | bare ms | ratio (p10 – p90) | ratio of the p10s | goal ≤ 1.1 |");
    System.out.println("|---|---|---|---|---|---|");
    try (Scene scene = Scene.open()) {
      table.settleEngine(scene);
      table.face(scene);
      table.detection(scene);
    }
    System.out.printf("%n(checksum %g)%n", table.sink);
  }

  /** The way to the engine is the same for every network and every size: the smallest is enough. */
  private void settleEngine(Scene scene) {
    Region corner = new Region(0, 0, 32, 32);
    try (FaceDetector detector = eyes.detector();
        ReplayedNetwork replay = replay(ModelName.CENTERFACE);
        FaceDetector replayed = new CenterFaceDetector(replay, INPUT)) {
      sink += replayed.detect(scene.frame(), corner, 18).size();
      try (BareOnnx bare = bare(ModelName.CENTERFACE, replay)) {
        for (int i = 0; i < SETTLED; i++) {
          sink += detector.detect(scene.frame(), corner, 18).size();
          bare.run();
        }
        sink += bare.sink();
      }
    }
  }

  private void face(Scene scene) {
    try (FaceCropper cropper = new FaceCropper();
        FaceEmbedder embedder = eyes.embedder();
        ReplayedNetwork replay = replay(ModelName.MOBILEFACENET);
        FaceEmbedder replayed = new MobileFaceNetEmbedder(replay, eyes.model())) {
      QualityAssessor quality = new QualityAssessor();
      Gallery gallery = Vectors.gallery(GALLERY);
      float[] probe = new float[Vectors.DIMENSION];
      AlignedFace aligned = cropper.align(scene.frame(), scene.face());
      for (int i = 0; i < SETTLED; i++) {
        replayed.embed(cropper.align(scene.frame(), scene.face())).copyTo(probe, 0);
        sink += quality.assess(scene.face(), aligned).unified();
        sink += gallery.nearest(probe).map(Match::score).orElse(0f);
      }
      try (BareOnnx bare = bare(ModelName.MOBILEFACENET, replay)) {
        row(
            "**face**: align + quality + embed + match 1,000",
            () -> {
              AlignedFace fresh = cropper.align(scene.frame(), scene.face());
              sink += quality.assess(scene.face(), fresh).unified();
              embedder.embed(fresh).copyTo(probe, 0);
              sink += gallery.nearest(probe).map(Match::score).orElse(0f);
            },
            bare::run,
            true);
        row("– align", () -> sink += cropper.align(scene.frame(), scene.face()).plane(0)[0], bare);
        row("– quality", () -> sink += quality.assess(scene.face(), aligned).unified(), bare);
        row("– embed", () -> embedder.embed(aligned), bare);
        row("– – without its network", () -> replayed.embed(aligned), bare);
        row("– match 1,000", () -> gallery.nearest(probe), bare);
        sink += bare.sink();
      }
    }
  }

  private void detection(Scene scene) {
    Region whole = Region.whole(scene.frame());
    try (FaceDetector detector = eyes.detector();
        ReplayedNetwork proposing = replay(ModelName.ULTRAFACE);
        ReplayedNetwork thorough = replay(ModelName.CENTERFACE);
        FaceDetector replayed =
            new TwoStageDetector(proposing, new CenterFaceDetector(thorough, INPUT), INPUT)) {
      sink += replayed.detect(scene.frame(), whole, 36).size();
      int places = thorough.asks();
      for (int i = 0; i < SETTLED / 4; i++) {
        sink += replayed.detect(scene.frame(), whole, 36).size();
      }
      try (BareOnnx proposals = bare(ModelName.ULTRAFACE, proposing);
          BareOnnx place = bare(ModelName.CENTERFACE, thorough)) {
        Runnable bare =
            () -> {
              proposals.run();
              for (int i = 0; i < places; i++) {
                place.run();
              }
            };
        row(
            "**detect** 1280×720, %d place%s".formatted(places, places == 1 ? "" : "s"),
            () -> sink += detector.detect(scene.frame(), whole, 36).size(),
            bare,
            true);
        row(
            "– without its networks",
            () -> sink += replayed.detect(scene.frame(), whole, 36).size(),
            bare,
            false);
        sink += proposals.sink() + place.sink();
      }
    }
  }

  private ReplayedNetwork replay(ModelName model) {
    return new ReplayedNetwork(networks.load(model, EngineKind.ONNX_RUNTIME));
  }

  /** The bare engine on the very input that our own code made. */
  private BareOnnx bare(ModelName model, ReplayedNetwork replay) {
    return new BareOnnx(weights, model, 1, replay.input(), replay.inputShape());
  }

  private void row(String part, Runnable ours, BareOnnx bare) {
    row(part, ours, bare::run, false);
  }

  private void row(String part, Runnable ours, Runnable bare, boolean judged) {
    Interleaved run = Interleaved.run(ours, bare, Math.max(20, pairs / 5), pairs);
    String verdict = "";
    if (judged) {
      verdict = run.ratio(0.5) <= GOAL ? "held" : "EXCEEDED";
    }
    System.out.printf(
        "| %s | %.3f | %.3f | %.3f (%.3f – %.3f) | %.3f | %s |%n",
        part,
        run.oursMillis(),
        run.bareMillis(),
        run.ratio(0.5),
        run.ratio(0.1),
        run.ratio(0.9),
        run.quietRatio(),
        verdict);
  }
}
