package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_hw_config;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_CUDA;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_HWDEVICE_TYPE_VAAPI;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_hwdevice_ctx_create;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecHWConfig;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Where pictures are decoded: on a graphics card's video engine where there is one, else by the
 * processor. Shared by all decoders, which keep a reference of their own; thread-safe.
 */
public final class DecodingDevice implements AutoCloseable {

  /** The kinds of device, in the order in which they are tried. */
  public enum Kind {
    NVDEC(AV_HWDEVICE_TYPE_CUDA),
    VAAPI(AV_HWDEVICE_TYPE_VAAPI),
    SOFTWARE(AV_HWDEVICE_TYPE_NONE);

    private final int type;

    Kind(int type) {
      this.type = type;
    }
  }

  private final Kind kind;
  private final @Nullable AVBufferRef context;

  private DecodingDevice(Kind kind, @Nullable AVBufferRef context) {
    this.kind = kind;
    this.context = context;
  }

  /** The first kind of which there is a device that can be opened. */
  public static DecodingDevice best() {
    for (Kind kind : Kind.values()) {
      if (kind == Kind.SOFTWARE) {
        break;
      }
      AVBufferRef context = new AVBufferRef(null);
      if (av_hwdevice_ctx_create(context, kind.type, (String) null, (AVDictionary) null, 0) >= 0) {
        return new DecodingDevice(kind, context);
      }
    }
    return software();
  }

  /** The processor. */
  public static DecodingDevice software() {
    return new DecodingDevice(Kind.SOFTWARE, null);
  }

  public Kind kind() {
    return kind;
  }

  /**
   * Offers the device to a decoder that isn't open yet. One that can't use it for what its stream
   * holds falls back to the processor by itself (avcodec_default_get_format).
   */
  void offer(AVCodec codec, AVCodecContext decoder) {
    AVBufferRef device = context;
    if (device != null && supports(codec)) {
      decoder.hw_device_ctx(av_buffer_ref(device));
    }
  }

  private boolean supports(AVCodec codec) {
    for (int i = 0; ; i++) {
      AVCodecHWConfig config = avcodec_get_hw_config(codec, i);
      if (config == null || config.isNull()) {
        return false;
      }
      if (config.device_type() == kind.type
          && (config.methods() & AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX) != 0) {
        return true;
      }
    }
  }

  @Override
  public void close() {
    if (context != null) {
      av_buffer_unref(context);
    }
  }
}
