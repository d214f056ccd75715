package org.haetae.benchmarks.robustness.corruption;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REFLECT_101;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2YUV_I420;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_YUV2BGR_I420;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.filter2D;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Size;

/** The adapter to OpenCV. Every native picture is freed before a method returns. */
public final class Optics {
  private Optics() {}

  /**
   * Decodes a picture file.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Bitmap decode(byte[] file) {
    try (BytePointer bytes = new BytePointer(file);
        Mat encoded = new Mat(1, file.length, CV_8UC1, bytes);
        Mat decoded = imdecode(encoded, IMREAD_COLOR)) {
      if (decoded.empty()) {
        throw new IllegalArgumentException("not a picture");
      }
      return read(decoded);
    }
  }

  /**
   * The picture as a file without loss.
   *
   * @param ending {@code .bmp} or {@code .png}
   */
  public static byte[] encode(Bitmap picture, String ending) {
    try (Mat pixels = write(picture);
        BytePointer file = new BytePointer()) {
      imencode(ending, pixels, file);
      byte[] bytes = new byte[Math.toIntExact(file.limit())];
      file.get(bytes);
      return bytes;
    }
  }

  /** Brightness and colour apart, as encoders take them: Y, then U and V of half the size. */
  static byte[] planes(Bitmap picture) {
    try (Mat bgr = write(picture);
        Mat yuv = new Mat()) {
      cvtColor(bgr, yuv, COLOR_BGR2YUV_I420);
      byte[] planes = new byte[picture.width() * picture.height() * 3 / 2];
      yuv.data().get(planes);
      return planes;
    }
  }

  /** The way back from {@link #planes}. */
  static Bitmap fromPlanes(byte[] planes, int width, int height) {
    try (BytePointer samples = new BytePointer(planes);
        Mat yuv = new Mat(height * 3 / 2, width, CV_8UC1, samples);
        Mat bgr = new Mat()) {
      cvtColor(yuv, bgr, COLOR_YUV2BGR_I420);
      return read(bgr);
    }
  }

  /**
   * Smears each pixel by a square kernel of {@code side} × {@code side} weights, which are brought
   * to a sum of 1.
   */
  static Bitmap filtered(Bitmap picture, float[] kernel, int side) {
    float sum = 0;
    for (float weight : kernel) {
      sum += weight;
    }
    float[] unit = new float[kernel.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = kernel[i] / sum;
    }
    try (Mat from = write(picture);
        Mat to = new Mat();
        FloatPointer weights = new FloatPointer(unit);
        Mat mask = new Mat(side, side, CV_32FC1, weights);
        Point middle = new Point(-1, -1)) {
      filter2D(from, to, -1, mask, middle, 0, BORDER_REFLECT_101);
      return read(to);
    }
  }

  /** The picture at another size: smaller by the mean of what a pixel covers, larger by lines. */
  static Bitmap resized(Bitmap picture, int width, int height) {
    try (Mat from = write(picture);
        Mat to = new Mat();
        Size size = new Size(width, height)) {
      resize(from, to, size, 0, 0, width < picture.width() ? INTER_AREA : INTER_LINEAR);
      return read(to);
    }
  }

  /** A Gaussian blur of one plane; {@code sigma} in pixels. */
  static float[] soften(float[] plane, int width, int height, double sigma) {
    float[] soft = new float[plane.length];
    try (FloatPointer values = new FloatPointer(plane);
        Mat from = new Mat(height, width, CV_32FC1, values);
        Mat to = new Mat();
        Size automatic = new Size(0, 0)) {
      GaussianBlur(from, to, automatic, sigma);
      try (FloatPointer result = new FloatPointer(to.data())) {
        result.get(soft);
      }
    }
    return soft;
  }

  private static Mat write(Bitmap picture) {
    Mat pixels = new Mat(picture.height(), picture.width(), CV_8UC3);
    pixels.data().put(picture.samples());
    return pixels;
  }

  private static Bitmap read(Mat pixels) {
    Bitmap picture = new Bitmap(pixels.cols(), pixels.rows());
    pixels.data().get(picture.samples());
    return picture;
  }
}
