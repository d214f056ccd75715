package org.haetae.models.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.haetae.models.picture.PlanarRgb;

/** Writes pictures as JPEG. Keeps no state. */
public final class JpegEncoder {
  private JpegEncoder() {}

  /**
   * The whole of {@code pixels} as a JPEG file.
   *
   * @param quality 1 to 100
   */
  public static byte[] encode(PlanarRgb pixels, int quality) {
    try (Mat bgr = new Mat(pixels.height(), pixels.width(), CV_8UC3);
        BytePointer file = new BytePointer();
        IntPointer parameters = new IntPointer(IMWRITE_JPEG_QUALITY, quality)) {
      interleave(pixels, bgr);
      if (!imencode(".jpg", bgr, file, parameters)) {
        throw new IllegalStateException("OpenCV refused to encode a picture");
      }
      byte[] bytes = new byte[Math.toIntExact(file.limit())];
      file.get(bytes);
      return bytes;
    }
  }

  private static void interleave(PlanarRgb pixels, Mat bgr) {
    long stride = bgr.step();
    MemorySegment target =
        MemorySegment.ofAddress(bgr.data().address()).reinterpret(stride * bgr.rows());
    for (int channel = 0; channel < 3; channel++) {
      MemorySegment plane = pixels.plane(channel);
      for (int y = 0; y < pixels.height(); y++) {
        long to = y * stride + (2 - channel);
        long from = (long) y * pixels.width();
        for (int x = 0; x < pixels.width(); x++) {
          target.set(
              ValueLayout.JAVA_BYTE, to + 3L * x, plane.get(ValueLayout.JAVA_BYTE, from + x));
        }
      }
    }
  }
}
