package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_HTTP_UNAUTHORIZED;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.time.Duration;
import java.util.Locale;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.address.CameraUrl;

/**
 * A camera's packets over RTSP. No call takes longer than its limit. Owns the connection; one
 * thread.
 */
final class RtspInput implements AutoCloseable {
  /** The camera is told that we leave, but not waited for. */
  private static final Duration FAREWELL = Duration.ofMillis(300);

  private final RtspSettings settings;
  private final AVFormatContext format;
  private final Deadline deadline;
  private final int stream;

  private RtspInput(RtspSettings settings, AVFormatContext format, Deadline deadline, int stream) {
    this.settings = settings;
    this.format = format;
    this.deadline = deadline;
    this.stream = stream;
  }

  /**
   * Connects and asks for the first video stream.
   *
   * @throws CaptureException when nothing can be played
   */
  static RtspInput open(CameraUrl url, RtspSettings settings) {
    Deadline deadline = new Deadline();
    AVFormatContext format = avformat_alloc_context();
    deadline.attach(format);
    deadline.within(settings.connect());
    AVDictionary options = options(settings);
    int opened = avformat_open_input(format, url.withCredentials(), null, options);
    av_dict_free(options);
    if (opened < 0) {
      boolean late = deadline.passed();
      deadline.close();
      throw refused(opened, late);
    }
    int stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (stream < 0 || !format.url().getString().equals(url.withCredentials())) {
      close(format, deadline);
      throw new CaptureException(
          CaptureFailure.REFUSED,
          stream < 0
              ? "the camera offers no video that can be played"
              : "the camera sent us elsewhere after it was asked: not followed");
    }
    return new RtspInput(settings, format, deadline, stream);
  }

  private static AVDictionary options(RtspSettings settings) {
    AVDictionary options = new AVDictionary(null);
    av_dict_set(options, "rtsp_transport", settings.transport().name().toLowerCase(Locale.ROOT), 0);
    av_dict_set(options, "allowed_media_types", "video", 0);
    av_dict_set(options, "protocol_whitelist", "rtsp,rtsps,rtp,udp,tcp,tls,crypto", 0);
    av_dict_set(options, "timeout", String.valueOf(settings.read().toNanos() / 1000), 0);
    // A key frame comes in one burst; over UDP what doesn't fit is lost.
    av_dict_set(options, "buffer_size", "4194304", 0);
    av_dict_set(options, "user_agent", "Haetae", 0);
    return options;
  }

  private static CaptureException refused(int code, boolean late) {
    if (code == AVERROR_HTTP_UNAUTHORIZED()) {
      return new CaptureException(
          CaptureFailure.PASSWORD_REFUSED, "the camera refuses the user or password");
    }
    return late
        ? new CaptureException(
            CaptureFailure.TIMED_OUT, "the camera answers, but doesn't begin to stream in time")
        : new CaptureException(CaptureFailure.REFUSED, "the camera doesn't give its stream");
  }

  AVStream video() {
    return format.streams(stream);
  }

  /** Whether a picture is only complete when the next begins; JPEG's last packet is marked. */
  boolean parsed() {
    return video().codecpar().codec_id() != AV_CODEC_ID_MJPEG;
  }

  /**
   * Waits for the next packet of the video stream.
   *
   * @param packet is empty, and then holds a reference to the data
   * @throws CaptureException when none comes any more
   */
  void read(AVPacket packet) {
    deadline.within(settings.read());
    int read = av_read_frame(format, packet);
    if (read >= 0) {
      return;
    }
    if (deadline.passed()) {
      throw new CaptureException(
          CaptureFailure.TIMED_OUT,
          "the camera sent no picture for %d s".formatted(settings.read().toSeconds()));
    }
    throw new CaptureException(
        CaptureFailure.ENDED,
        read == AVERROR_EOF() ? "the camera ended its stream" : "the connection broke");
  }

  /** Whether the packet is one of the video stream. */
  boolean owns(AVPacket packet) {
    return packet.stream_index() == stream;
  }

  private static void close(AVFormatContext format, Deadline deadline) {
    deadline.within(FAREWELL);
    avformat_close_input(format);
    deadline.close();
  }

  @Override
  public void close() {
    close(format, deadline);
  }
}
