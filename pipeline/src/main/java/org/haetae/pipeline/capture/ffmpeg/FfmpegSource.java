package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.VideoInfo;
import org.jspecify.annotations.Nullable;

/** A video file. Owns demuxer, decoder and packet; hands out frames of its own pool. */
public final class FfmpegSource implements FrameSource {
  private final Path file;
  private final AVFormatContext format;
  private final AVCodecContext decoder;
  private final AVPacket packet = av_packet_alloc();
  private final FramePool pool;
  private final int stream;
  private final double secondsPerTick;
  private final VideoInfo info;
  private double firstSeconds = Double.NaN;
  private double lastSeconds = -1;
  private long index;
  private boolean drained;
  private boolean closed;

  private FfmpegSource(Path file, AVFormatContext format, int stream, AVCodecContext decoder) {
    this.file = file;
    this.format = format;
    this.stream = stream;
    this.decoder = decoder;
    AVStream video = format.streams(stream);
    secondsPerTick = av_q2d(video.time_base());
    Rotation rotation = Rotation.of(video);
    pool = new FramePool(rotation);
    boolean swapped = rotation.swapsSides();
    double seconds = format.duration() > 0 ? format.duration() / 1e6 : 0;
    info =
        new VideoInfo(
            swapped ? decoder.height() : decoder.width(),
            swapped ? decoder.width() : decoder.height(),
            video.nb_frames() > 0
                ? video.nb_frames()
                : Math.round(seconds * av_q2d(video.avg_frame_rate())),
            seconds,
            decoder.codec().name().getString());
  }

  /**
   * Opens a video file of any container and codec that FFmpeg reads.
   *
   * @throws CaptureException when there is no such file or no video in it
   */
  public static FfmpegSource open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CaptureException("there is no video file %s: check the path".formatted(file));
    }
    AVFormatContext format = new AVFormatContext(null);
    if (avformat_open_input(format, file.toString(), null, (AVDictionary) null) < 0) {
      throw new CaptureException(
          "%s is not a video that can be read: it is empty, cut off at its head or of another kind"
              .formatted(file));
    }
    try {
      return open(file, format);
    } catch (CaptureException e) {
      avformat_close_input(format);
      throw e;
    }
  }

  private static FfmpegSource open(Path file, AVFormatContext format) {
    avformat_find_stream_info(format, (PointerPointer<?>) null);
    int stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (stream < 0) {
      throw new CaptureException("%s holds no video stream".formatted(file));
    }
    AVStream video = format.streams(stream);
    AVCodec codec = avcodec_find_decoder(video.codecpar().codec_id());
    if (codec == null) {
      throw new CaptureException("%s holds video of an unknown codec".formatted(file));
    }
    AVCodecContext decoder = avcodec_alloc_context3(codec);
    // One thread a decoder: cameras run side by side, and frame threads would add latency.
    decoder.thread_count(1);
    if (avcodec_parameters_to_context(decoder, video.codecpar()) < 0
        || avcodec_open2(decoder, codec, (AVDictionary) null) < 0
        || decoder.width() <= 0
        || decoder.height() <= 0) {
      avcodec_free_context(decoder);
      throw new CaptureException(
          "the video in %s can't be decoded: it is damaged or cut off".formatted(file));
    }
    return new FfmpegSource(file, format, stream, decoder);
  }

  @Override
  public @Nullable Frame next(CaptureClock clock) {
    if (closed) {
      throw new IllegalStateException("this stream was closed");
    }
    FfmpegFrame frame = pool.take();
    while (true) {
      int received = avcodec_receive_frame(decoder, frame.av());
      if (received == 0) {
        double seconds = mediaSeconds(frame.av());
        frame.stamp(clock.at(seconds), seconds, index++);
        return frame;
      }
      if (received == AVERROR_EOF() || (received == AVERROR_EAGAIN() && drained)) {
        frame.release();
        endOfStream();
        return null;
      }
      if (received == AVERROR_EAGAIN()) {
        feed();
      }
      // Any other error concerns one damaged picture; the decoder goes on at the next.
    }
  }

  private void endOfStream() {
    if (index == 0) {
      throw new CaptureException("%s holds no picture that can be decoded".formatted(file));
    }
  }

  private void feed() {
    while (av_read_frame(format, packet) >= 0) {
      boolean ours = packet.stream_index() == stream;
      if (ours) {
        avcodec_send_packet(decoder, packet);
      }
      av_packet_unref(packet);
      if (ours) {
        return;
      }
    }
    drained = true;
    avcodec_send_packet(decoder, (AVPacket) null);
  }

  /** Seconds from the first picture on, never running backwards. */
  private double mediaSeconds(AVFrame av) {
    long ticks = av.best_effort_timestamp();
    double seconds = ticks == AV_NOPTS_VALUE ? lastSeconds + 1.0 / 25 : ticks * secondsPerTick;
    if (Double.isNaN(firstSeconds)) {
      firstSeconds = ticks == AV_NOPTS_VALUE ? 0 : seconds;
    }
    lastSeconds =
        Math.max(
            lastSeconds, Math.max(0, ticks == AV_NOPTS_VALUE ? seconds : seconds - firstSeconds));
    return lastSeconds;
  }

  @Override
  public VideoInfo info() {
    return info;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      av_packet_free(packet);
      avcodec_free_context(decoder);
      avformat_close_input(format);
      pool.close();
    }
  }
}
