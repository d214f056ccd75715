package org.haetae.models.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.haetae.models.network.DeviceKind;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.network.NetworkException;
import org.haetae.models.network.Shares;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;

/**
 * Opens networks through DJL. Each runs on the thread that asks it and no other, since shards are
 * threads enough. All that are open of one network share its weights, which then stay in the
 * processor's caches (ADR 0036). Safe for many threads.
 */
public final class DjlNetworks {
  private static final Map<String, String> ONE_THREAD =
      Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1");

  private final WeightStore weights;
  private final Shares<Key, Model> models = new Shares<>(Model::close);

  /** What makes two networks one. */
  private record Key(ModelName name, EngineKind engine, DeviceKind device) {}

  public DjlNetworks(WeightStore weights) {
    this.weights = weights;
    // PyTorch reads these once, when its native library is loaded.
    setDefault("ai.djl.pytorch.num_threads", "1");
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
    setDefault("ai.djl.offline", "true");
    // Else the ONNX engine loads PyTorch too, for array operations that nobody asks it for.
    setDefault("ai.djl.onnx.disable_alternative", "true");
  }

  private static Device device(EngineKind engine, DeviceKind kind) {
    return switch (kind) {
      case CPU -> Device.cpu();
      case CUDA -> {
        if (Engine.getEngine(engine.djlName()).getGpuCount() == 0) {
          throw new NetworkException(
              "%s finds no NVIDIA graphics card: build with -Pcuda on a machine with its driver, or set \"device: cpu\" under \"engines\""
                  .formatted(engine.djlName()),
              new IllegalStateException("no CUDA device"));
        }
        yield Device.gpu();
      }
    };
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Opens a network, whose owner is the caller; one thread at a time may ask it.
   *
   * @throws org.haetae.models.weights.WeightsException when the weight file is missing or altered
   * @throws NetworkException when the engine can't load it
   */
  public Network load(ModelName name, EngineKind engine) {
    return load(name, engine, DeviceKind.CPU);
  }

  /**
   * As above, on a device.
   *
   * @throws NetworkException also when the machine or the engine has no such device
   */
  public Network load(ModelName name, EngineKind engine, DeviceKind kind) {
    Key key = new Key(name, engine, kind);
    Model model = models.take(key, () -> open(name, engine, kind));
    return new DjlNetwork(engine, model, () -> models.give(key));
  }

  private Model open(ModelName name, EngineKind engine, DeviceKind kind) {
    byte[] bytes = weights.read(name, engine);
    Model model = Model.newInstance(name.id(), device(engine, kind), engine.djlName());
    try {
      model.load(
          new ByteArrayInputStream(bytes),
          engine == EngineKind.ONNX_RUNTIME ? ONE_THREAD : Map.of());
      return model;
    } catch (IOException | MalformedModelException | EngineException e) {
      model.close();
      throw new NetworkException(
          "%s can't be loaded by %s".formatted(name.id(), engine.djlName()), e);
    }
  }
}
