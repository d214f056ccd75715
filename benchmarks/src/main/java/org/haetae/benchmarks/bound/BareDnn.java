package org.haetae.benchmarks.bound;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_dnn.readNetFromONNX;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/** OpenCV's dnn module on one thread, input in place, every output computed. Owns the network. */
final class BareDnn implements AutoCloseable {
  private final Net net;
  private final FloatPointer memory;
  private final Mat blob;
  private final StringVector names;
  private final MatVector outputs = new MatVector();

  BareDnn(String onnxFile, int... shape) {
    opencv_core.setNumThreads(1);
    net = readNetFromONNX(onnxFile);
    memory =
        new FloatPointer(Grey.bytes(Arrays.stream(shape).asLongStream().toArray()).asFloatBuffer());
    blob = new Mat(shape, CV_32F, memory);
    names = net.getUnconnectedOutLayersNames();
  }

  /** One call. */
  void run() {
    net.setInput(blob);
    net.forward(outputs, names);
  }

  @Override
  public void close() {
    outputs.close();
    names.close();
    blob.close();
    memory.close();
    net.close();
  }
}
