package org.haetae.models.djl;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.TranslateException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.network.NetworkException;
import org.haetae.models.network.Outputs;

/** One loaded DJL model with its predictor; owns both. */
final class DjlNetwork implements Network {
  private final EngineKind engine;
  private final Model model;
  private final Predictor<NDList, NDList> predictor;
  private boolean closed;

  DjlNetwork(EngineKind engine, Model model, Predictor<NDList, NDList> predictor) {
    this.engine = engine;
    this.model = model;
    this.predictor = predictor;
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
      model.close();
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
