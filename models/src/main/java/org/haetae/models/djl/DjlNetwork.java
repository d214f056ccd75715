package org.haetae.models.djl;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.network.NetworkException;
import org.haetae.models.network.Outputs;

/** Somebody's own predictor on a loaded DJL model, which others may ask, too. */
final class DjlNetwork implements Network {
  private final EngineKind engine;
  private final Model model;
  private final Predictor<NDList, NDList> predictor;
  private final Runnable release;
  private boolean closed;

  /**
   * @param release is run once, when this is closed
   */
  DjlNetwork(EngineKind engine, Model model, Runnable release) {
    this.engine = engine;
    this.model = model;
    this.predictor = model.newPredictor(new NoopTranslator(null));
    this.release = release;
  }

  @Override
  public <T> T run(ByteBuffer input, long[] shape, Outputs.Reader<T> reader) {
    try (NDManager scope = model.getNDManager().newSubManager()) {
      NDArray tensor = scope.create(input, new Shape(shape), DataType.FLOAT32);
      NDList outputs = predictor.predict(new NDList(tensor));
      try {
        return reader.read(new Tensors(outputs));
      } finally {
        outputs.close();
      }
    } catch (TranslateException e) {
      throw new NetworkException(
          "the network %s failed on its input".formatted(model.getName()), e);
    }
  }

  @Override
  public EngineKind engine() {
    return engine;
  }

  @Override
  public void close() {
    // ONNX Runtime refuses to be closed a second time.
    if (!closed) {
      closed = true;
      predictor.close();
      release.run();
    }
  }

  private record Tensors(NDList list) implements Outputs {
    @Override
    public int count() {
      return list.size();
    }

    @Override
    public FloatBuffer values(int index) {
      return list.get(index).toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    @Override
    public long[] shape(int index) {
      return list.get(index).getShape().getShape();
    }
  }
}
