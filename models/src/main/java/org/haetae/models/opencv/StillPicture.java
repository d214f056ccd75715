package org.haetae.models.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * A photograph, turned upright by its EXIF orientation. Owns the decoded pixels until it is closed.
 */
public final class StillPicture implements Picture, AutoCloseable {
  /** Beyond this a photograph is more likely an attack on memory than a face. */
  private static final long MAXIMUM_PIXELS = 100_000_000;

  private final Mat pixels;

  private StillPicture(Mat pixels) {
    this.pixels = pixels;
  }

  /** Decodes a file as {@link #decode} does; empty also where it can't be read. */
  public static Optional<StillPicture> open(Path file) {
    try {
      return decode(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Decodes JPEG, PNG, WebP or BMP; empty where the bytes are none of them. */
  public static Optional<StillPicture> decode(byte[] file) {
    if (!PictureKind.isKnown(file)) {
      return Optional.empty();
    }
    try (BytePointer bytes = new BytePointer(file);
        Mat encoded = new Mat(1, file.length, CV_8UC1, bytes)) {
      Mat decoded = imdecode(encoded, IMREAD_COLOR);
      if (decoded.empty() || (long) decoded.rows() * decoded.cols() > MAXIMUM_PIXELS) {
        decoded.close();
        return Optional.empty();
      }
      return Optional.of(new StillPicture(decoded));
    } catch (RuntimeException e) {
      // OpenCV throws from native code on files that only look like pictures.
      return Optional.empty();
    }
  }

  @Override
  public int width() {
    return pixels.cols();
  }

  @Override
  public int height() {
    return pixels.rows();
  }

  @Override
  public void read(Region region, int width, int height, PlanarRgb target) {
    target.requireRoom(width, height);
    region.requireInside(this);
    target.clear();
    try (Rect rect = new Rect(region.x(), region.y(), region.width(), region.height());
        Mat part = new Mat(pixels, rect);
        Mat scaled = new Mat();
        Size size = new Size(width, height)) {
      boolean shrinks = width < region.width() || height < region.height();
      resize(part, scaled, size, 0, 0, shrinks ? INTER_AREA : INTER_LINEAR);
      split(scaled, target);
    }
  }

  private static void split(Mat bgr, PlanarRgb target) {
    long stride = bgr.step();
    MemorySegment source =
        MemorySegment.ofAddress(bgr.data().address()).reinterpret(stride * bgr.rows());
    for (int channel = 0; channel < 3; channel++) {
      MemorySegment plane = target.plane(channel);
      for (int y = 0; y < bgr.rows(); y++) {
        long from = y * stride + (2 - channel);
        long to = (long) y * target.width();
        for (int x = 0; x < bgr.cols(); x++) {
          plane.set(
              ValueLayout.JAVA_BYTE, to + x, source.get(ValueLayout.JAVA_BYTE, from + 3L * x));
        }
      }
    }
  }

  @Override
  public void close() {
    pixels.close();
  }
}
