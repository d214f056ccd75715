package org.haetae.sim.clip;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
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
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Reads a recording's video track into memory. Nothing is decoded. */
public final class ClipReader {
  private ClipReader() {}

  /**
   * Reads a file with H.264 or H.265 in it.
   *
   * @throws ClipException when there is no such file, or nothing in it that can be served
   */
  public static Clip read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ClipException("there is no clip %s: check the path".formatted(file));
    }
    AVFormatContext format = new AVFormatContext(null);
    if (avformat_open_input(format, file.toString(), null, (AVDictionary) null) < 0) {
      throw new ClipException("%s is not a video that can be read".formatted(file));
    }
    try {
      return read(file, format);
    } catch (IllegalArgumentException e) {
      throw new ClipException("%s can't be served: %s".formatted(file, e.getMessage()));
    } finally {
      avformat_close_input(format);
    }
  }

  private static Clip read(Path file, AVFormatContext format) {
    avformat_find_stream_info(format, (PointerPointer<?>) null);
    int stream = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
    if (stream < 0) {
      throw new ClipException("%s holds no video stream".formatted(file));
    }
    AVStream video = format.streams(stream);
    AVCodecParameters parameters = video.codecpar();
    Codec codec = codec(file, parameters.codec_id());
    NalUnits.Configuration configuration =
        NalUnits.configuration(
            codec, bytes(parameters.extradata(), Math.max(0, parameters.extradata_size())));
    List<Sample> samples = samples(format, stream, av_q2d(video.time_base()), configuration);
    return new Clip(
        codec,
        parameters.width(),
        parameters.height(),
        configuration.parameterSets(),
        Sample.units(samples, configuration.parameterSets()),
        Sample.seconds(samples));
  }

  private static Codec codec(Path file, int id) {
    if (id == AV_CODEC_ID_H264) {
      return Codec.H264;
    }
    if (id == AV_CODEC_ID_HEVC) {
      return Codec.H265;
    }
    throw new ClipException("%s holds neither H.264 nor H.265".formatted(file));
  }

  private static List<Sample> samples(
      AVFormatContext format, int stream, double tick, NalUnits.Configuration configuration) {
    List<Sample> samples = new ArrayList<>();
    AVPacket packet = av_packet_alloc();
    try {
      while (av_read_frame(format, packet) >= 0) {
        if (packet.stream_index() == stream) {
          samples.add(sample(packet, tick, configuration.lengthBytes()));
        }
        av_packet_unref(packet);
      }
    } finally {
      av_packet_free(packet);
    }
    return samples;
  }

  private static Sample sample(AVPacket packet, double tick, int lengthBytes) {
    boolean timed = packet.pts() != AV_NOPTS_VALUE && packet.dts() != AV_NOPTS_VALUE;
    if (!timed) {
      throw new ClipException("a picture has no time stamp: put the video into an mp4 file");
    }
    return new Sample(
        NalUnits.sample(bytes(packet.data(), packet.size()), lengthBytes),
        (packet.flags() & AV_PKT_FLAG_KEY) != 0,
        packet.dts() * tick,
        packet.pts() * tick);
  }

  private static byte[] bytes(BytePointer pointer, int size) {
    byte[] bytes = new byte[size];
    if (size > 0) {
      pointer.capacity(size).get(bytes);
    }
    return bytes;
  }
}
