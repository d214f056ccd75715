package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.capture.VideoInfo;
import org.jspecify.annotations.Nullable;

/** A video file. Owns demuxer, decoder and packet; hands out frames of its decoder's pool. */
public final class FileSource implements FrameSource {
  private final Path file;
  private final StreamWatch watch;
  private final AVFormatContext format;
  private final Decoder decoder;
  private final AVPacket packet = av_packet_alloc();
  private final int stream;
  private final double secondsPerTick;
  private final VideoInfo info;
  private double firstSeconds = Double.NaN;
  private double lastSeconds = -1;
  private long index;
  private boolean closed;

  private FileSource(
      Path file, StreamWatch watch, AVFormatContext format, int stream, Decoder decoder) {
    this.file = file;
    this.watch = watch;
    this.format = format;
    this.stream = stream;
    this.decoder = decoder;
    AVStream video = format.streams(stream);
    secondsPerTick = av_q2d(video.time_base());
    double seconds = format.duration() > 0 ? format.duration() / 1e6 : 0;
    info =
        new VideoInfo(
            decoder.width(),
            decoder.height(),
            video.nb_frames() > 0
                ? video.nb_frames()
                : Math.round(seconds * av_q2d(video.avg_frame_rate())),
            seconds,
            decoder.name());
  }

  /**
   * Opens a video file of any container and codec that FFmpeg reads.
   *
   * @throws CaptureException when there is no such file or no video in it
   */
  public static FileSource open(Path file) {
    return open(file, StreamWatch.nobody());
  }

  /**
   * Opens a video file and tells of each coded picture in it, and of nothing else.
   *
   * @throws CaptureException when there is no such file or no video in it
   */
  public static FileSource open(Path file, StreamWatch watch) {
    if (!Files.isRegularFile(file)) {
      throw new CaptureException(
          CaptureFailure.UNREACHABLE, "there is no video file %s: check the path".formatted(file));
    }
    AVFormatContext format = new AVFormatContext(null);
    if (avformat_open_input(format, file.toString(), null, (AVDictionary) null) < 0) {
      throw new CaptureException(
          CaptureFailure.REFUSED,
          "%s is not a video that can be read: it is empty, cut off at its head or of another kind"
              .formatted(file));
    }
    try {
      return open(file, watch, format);
    } catch (CaptureException e) {
      avformat_close_input(format);
      throw e;
    }
  }

  private static FileSource open(Path file, StreamWatch watch, AVFormatContext format) {
    avformat_find_stream_info(format, (PointerPointer<?>) null);
    int stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (stream < 0) {
      throw new CaptureException(
          CaptureFailure.REFUSED, "%s holds no video stream".formatted(file));
    }
    Decoder decoder =
        Decoder.of(format.streams(stream), DecodingDevice.software(), file.toString());
    if (decoder.width() <= 0 || decoder.height() <= 0) {
      decoder.close();
      throw new CaptureException(
          CaptureFailure.UNDECODABLE,
          "the video in %s can't be decoded: it is damaged or cut off".formatted(file));
    }
    return new FileSource(file, watch, format, stream, decoder);
  }

  @Override
  public @Nullable Frame next(CaptureClock clock) {
    if (closed) {
      throw new IllegalStateException("this stream was closed");
    }
    while (true) {
      FfmpegFrame frame = decoder.receive();
      if (frame != null) {
        double seconds = mediaSeconds(frame.av());
        frame.stamp(clock.at(seconds), seconds, index++);
        return frame;
      }
      if (decoder.ended()) {
        endOfStream();
        return null;
      }
      feed();
    }
  }

  private void endOfStream() {
    if (index == 0) {
      throw new CaptureException(
          CaptureFailure.UNDECODABLE, "%s holds no picture that can be decoded".formatted(file));
    }
  }

  private void feed() {
    while (av_read_frame(format, packet) >= 0) {
      boolean ours = packet.stream_index() == stream;
      if (ours) {
        if (packet.dts() != AV_NOPTS_VALUE) {
          watch.coded(packet.dts() * secondsPerTick, (packet.flags() & AV_PKT_FLAG_KEY) != 0);
        }
        decoder.send(packet);
      }
      av_packet_unref(packet);
      if (ours) {
        return;
      }
    }
    decoder.drain();
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
      decoder.close();
      avformat_close_input(format);
    }
  }
}
