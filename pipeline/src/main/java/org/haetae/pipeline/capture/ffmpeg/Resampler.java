package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_CROP_UNALIGNED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_apply_cropping;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * Reads regions of decoded pictures as planar RGB, whatever the pixel format, without a copy of the
 * whole picture. Keeps the scalers of the sizes asked for last. Calls exclude each other, because
 * two frames of one stream may be with two threads.
 */
final class Resampler {
  private static final int KEPT_SCALERS = 48;

  private final AVFrame window = av_frame_alloc();
  private final PointerPointer<Pointer> planes = new PointerPointer<>(4);
  private final IntPointer strides = new IntPointer(4);
  private final Address[] addresses = {new Address(), new Address(), new Address()};
  private final LinkedHashMap<ScalerKey, SwsContext> scalers =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ScalerKey, SwsContext> eldest) {
          if (size() > KEPT_SCALERS) {
            sws_freeContext(eldest.getValue());
            return true;
          }
          return false;
        }
      };
  private boolean closed;

  synchronized void read(
      AVFrame picture, Rotation rotation, Region region, int width, int height, PlanarRgb target) {
    if (closed) {
      throw new IllegalStateException("the stream of this frame was closed");
    }
    if (rotation == Rotation.NONE) {
      scale(picture, region, width, height, target);
    } else {
      Region stored = Turn.stored(rotation, region, picture.width(), picture.height());
      boolean swapped = rotation.swapsSides();
      int storedWidth = swapped ? height : width;
      int storedHeight = swapped ? width : height;
      try (PlanarRgb unturned = new PlanarRgb(storedWidth, storedHeight)) {
        scale(picture, stored, storedWidth, storedHeight, unturned);
        Turn.turn(rotation, unturned, width, height, target);
      }
    }
  }

  private void scale(AVFrame picture, Region region, int width, int height, PlanarRgb target) {
    av_frame_ref(window, picture);
    try {
      window.crop_left(region.x());
      window.crop_top(region.y());
      window.crop_right(Math.max(0, picture.width() - region.x() - region.width()));
      window.crop_bottom(Math.max(0, picture.height() - region.y() - region.height()));
      av_frame_apply_cropping(window, AV_FRAME_CROP_UNALIGNED);
      // GBRP: the planes come in the order green, blue, red.
      setPlane(0, target, 1);
      setPlane(1, target, 2);
      setPlane(2, target, 0);
      SwsContext scaler = scaler(window, width, height, tight(width, target));
      sws_scale(scaler, window.data(), window.linesize(), 0, window.height(), planes, strides);
    } finally {
      av_frame_unref(window);
    }
    blackenRest(target, width, height);
  }

  /** Comes last, because FFmpeg's SIMD writers write a few samples beyond each row. */
  private static void blackenRest(PlanarRgb target, int width, int height) {
    long stride = target.width();
    for (int channel = 0; channel < 3; channel++) {
      MemorySegment plane = target.plane(channel);
      for (int y = 0; y < height && width < stride; y++) {
        plane.asSlice(y * stride + width, stride - width).fill((byte) 0);
      }
      plane.asSlice(height * stride, (target.height() - height) * stride).fill((byte) 0);
    }
  }

  /**
   * Whether the rows end too early for FFmpeg's fast 1:1 conversion, which goes by sixteens and
   * leaves out what does not fill one; the accurate one does not.
   */
  private static boolean tight(int width, PlanarRgb target) {
    return target.width() < (width + 15) / 16 * 16;
  }

  private void setPlane(int index, PlanarRgb target, int channel) {
    planes.put(index, addresses[channel].at(target.plane(channel).address()));
    strides.put(index, target.width());
  }

  private SwsContext scaler(AVFrame source, int width, int height, boolean tight) {
    int range = source.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
    int matrix = source.colorspace() == AVCOL_SPC_BT709 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    ScalerKey key =
        new ScalerKey(
            source.width(), source.height(), source.format(), range, matrix, width, height, tight);
    SwsContext known = scalers.get(key);
    if (known != null) {
      return known;
    }
    boolean shrinks = width < source.width() || height < source.height();
    SwsContext made =
        sws_getContext(
            source.width(),
            source.height(),
            source.format(),
            width,
            height,
            AV_PIX_FMT_GBRP,
            (shrinks ? SWS_AREA : SWS_BILINEAR) | (tight ? SWS_ACCURATE_RND : 0),
            (SwsFilter) null,
            (SwsFilter) null,
            (DoublePointer) null);
    if (made == null || made.isNull()) {
      throw new IllegalStateException(
          "FFmpeg can't resample this pixel format: " + source.format());
    }
    sws_setColorspaceDetails(
        made,
        sws_getCoefficients(matrix),
        range,
        sws_getCoefficients(SWS_CS_ITU601),
        1,
        0,
        1 << 16,
        1 << 16);
    scalers.put(key, made);
    return made;
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      scalers.values().forEach(org.bytedeco.ffmpeg.global.swscale::sws_freeContext);
      scalers.clear();
      av_frame_free(window);
      planes.close();
      strides.close();
      for (Address address : addresses) {
        address.close();
      }
    }
  }

  private record ScalerKey(
      int sourceWidth,
      int sourceHeight,
      int format,
      int range,
      int matrix,
      int width,
      int height,
      boolean tight) {}

  /** A pointer that can be aimed at memory that it does not own. */
  private static final class Address extends Pointer {
    Address at(long where) {
      address = where;
      return this;
    }
  }
}
