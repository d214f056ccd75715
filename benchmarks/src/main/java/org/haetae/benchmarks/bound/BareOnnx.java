package org.haetae.benchmarks.bound;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import org.haetae.models.network.EngineKind;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;

/**
 * The bound: ONNX Runtime's own Java call, its input in place beforehand, its outputs fetched and
 * thrown away. Owns session and tensor.
 */
final class BareOnnx implements AutoCloseable {
  private final OrtSession session;
  private final OnnxTensor input;
  private final Map<String, OnnxTensor> inputs;
  private volatile float sink;

  /**
   * @param threads that share one answer
   * @param values in direct memory, as many as the shape says
   */
  BareOnnx(WeightStore weights, ModelName model, int threads, FloatBuffer values, long... shape) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      session = environment.createSession(weights.read(model, EngineKind.ONNX_RUNTIME), options);
      input = OnnxTensor.createTensor(environment, values, shape);
      inputs = Map.of(session.getInputNames().iterator().next(), input);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One call. */
  void run() {
    try (OrtSession.Result result = session.run(inputs)) {
      for (Map.Entry<String, OnnxValue> output : result) {
        if (output.getValue() instanceof OnnxTensor tensor) {
          sink = tensor.getFloatBuffer().get(0);
        }
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A trace of the outputs, so that nobody finds them unused. */
  float sink() {
    return sink;
  }

  @Override
  public void close() {
    input.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
