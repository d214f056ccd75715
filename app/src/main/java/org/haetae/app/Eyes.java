package org.haetae.app;

import java.nio.file.Path;
import org.haetae.app.config.Site.Engines;
import org.haetae.domain.face.ModelId;
import org.haetae.models.batch.SharedNetworks;
import org.haetae.models.detect.CenterFaceDetector;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.detect.TwoStageDetector;
import org.haetae.models.djl.DjlNetworks;
import org.haetae.models.embed.FaceEmbedder;
import org.haetae.models.embed.MobileFaceNetEmbedder;
import org.haetae.models.network.DeviceKind;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
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
  private final Engines engines;
  private final SharedNetworks shared;

  public Eyes(Path weightFolder, Engines engines) {
    this.weights = WeightStore.open(weightFolder);
    this.networks = new DjlNetworks(weights);
    this.engines = engines;
    this.shared = new SharedNetworks(engines.batch());
  }

  /** The shipped weights on the engine that the benchmark found fastest (ADR 0002). */
  public static Eyes standard() {
    return new Eyes(Home.weights(), Engines.standard());
  }

  /** Proposals always run on ONNX Runtime, whatever engine looks at them. */
  public FaceDetector detector() {
    return new TwoStageDetector(
        load(ModelName.ULTRAFACE, EngineKind.ONNX_RUNTIME),
        new CenterFaceDetector(load(ModelName.CENTERFACE, engines.detector()), LARGEST_INPUT),
        LARGEST_INPUT);
  }

  public FaceEmbedder embedder() {
    return new MobileFaceNetEmbedder(load(ModelName.MOBILEFACENET, engines.embedder()), model());
  }

  /** A shard's own network on a processor; on a graphics card all shards ask one. */
  private Network load(ModelName name, EngineKind engine) {
    return switch (engines.device()) {
      case CPU -> networks.load(name, engine);
      case CUDA -> shared.share(name.id(), () -> networks.load(name, engine, DeviceKind.CUDA));
    };
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
