package org.haetae.app;

import java.nio.file.Path;
import org.haetae.domain.face.ModelId;
import org.haetae.models.detect.CenterFaceDetector;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.detect.TwoStageDetector;
import org.haetae.models.djl.DjlNetworks;
import org.haetae.models.embed.FaceEmbedder;
import org.haetae.models.embed.MobileFaceNetEmbedder;
import org.haetae.models.network.EngineKind;
import org.haetae.models.pose.PoseNetwork;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;
import org.haetae.pipeline.sighting.Instruments;

/** Makes detectors and embedders on the engines that were chosen. Safe for many threads. */
public final class Eyes {
  /** 1920 x 1088: a full HD picture at its own size. */
  private static final int LARGEST_INPUT = 1920 * 1088;

  private final WeightStore weights;
  private final DjlNetworks networks;
  private final EngineKind detectorEngine;
  private final EngineKind embedderEngine;

  public Eyes(Path weightFolder, EngineKind detectorEngine, EngineKind embedderEngine) {
    this.weights = WeightStore.open(weightFolder);
    this.networks = new DjlNetworks(weights);
    this.detectorEngine = detectorEngine;
    this.embedderEngine = embedderEngine;
  }

  /** The shipped weights on the engine that the benchmark found fastest (ADR 0002). */
  public static Eyes standard() {
    return new Eyes(Home.weights(), EngineKind.ONNX_RUNTIME, EngineKind.ONNX_RUNTIME);
  }

  /** Proposals always run on ONNX Runtime, whatever engine looks at them. */
  public FaceDetector detector() {
    return new TwoStageDetector(
        networks.load(ModelName.ULTRAFACE, EngineKind.ONNX_RUNTIME),
        new CenterFaceDetector(networks.load(ModelName.CENTERFACE, detectorEngine), LARGEST_INPUT),
        LARGEST_INPUT);
  }

  public FaceEmbedder embedder() {
    return new MobileFaceNetEmbedder(
        networks.load(ModelName.MOBILEFACENET, embedderEngine), model());
  }

  public PoseNetwork pose() {
    return new PoseNetwork(networks.load(ModelName.POSE, EngineKind.ONNX_RUNTIME));
  }

  public Instruments instruments() {
    return new Instruments(detector(), embedder());
  }

  /** Which network the embeddings come from. */
  public ModelId model() {
    return weights.idOf(ModelName.MOBILEFACENET);
  }
}
