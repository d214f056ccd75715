package org.haetae.benchmarks.robustness.corruption;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Pictures through an H.264 encoder and decoder of their own, OpenH264's and FFmpeg's. Owns both;
 * one thread at a time.
 */
final class H264 implements AutoCloseable {
  private static final int RATE = 15;

  private final AVCodecContext encoder;
  private final AVCodecContext decoder;
  private final AVFrame frame = av_frame_alloc();
  private final AVPacket packet = av_packet_alloc();

  /**
   * @param width even, in pixels
   * @param height even, in pixels
   * @param quantiser 0 to 51, kept by every picture
   */
  H264(int width, int height, int quantiser) {
    av_log_set_level(AV_LOG_QUIET);
    AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
    if (codec == null) {
      throw new IllegalStateException("this FFmpeg has no OpenH264");
    }
    encoder = avcodec_alloc_context3(codec);
    encoder.width(width);
    encoder.height(height);
    encoder.pix_fmt(AV_PIX_FMT_YUV420P);
    encoder.time_base().num(1);
    encoder.time_base().den(RATE);
    encoder.thread_count(1);
    encoder.gop_size(10 * RATE);
    encoder.bit_rate(100_000);
    encoder.qmin(quantiser);
    encoder.qmax(quantiser);
    AVCodec back = avcodec_find_decoder(AV_CODEC_ID_H264);
    decoder = avcodec_alloc_context3(back);
    decoder.thread_count(1);
    decoder.flags(decoder.flags() | AV_CODEC_FLAG_LOW_DELAY);
    require(avcodec_open2(encoder, codec, (AVDictionary) null));
    require(avcodec_open2(decoder, back, (AVDictionary) null));
    frame.format(AV_PIX_FMT_YUV420P);
    frame.width(width);
    frame.height(height);
    require(av_frame_get_buffer(frame, 0));
  }

  /**
   * Encodes the next picture of the clip and decodes it again.
   *
   * @param planes Y, U and V behind each other without padding; the answer is of the same form
   */
  byte[] through(byte[] planes, int number) {
    require(av_frame_make_writable(frame));
    copy(planes, frame, true);
    frame.pts(number);
    require(avcodec_send_frame(encoder, frame));
    require(avcodec_receive_packet(encoder, packet));
    require(avcodec_send_packet(decoder, packet));
    av_packet_unref(packet);
    AVFrame decoded = av_frame_alloc();
    try {
      require(avcodec_receive_frame(decoder, decoded));
      byte[] result = new byte[planes.length];
      copy(result, decoded, false);
      return result;
    } finally {
      av_frame_free(decoded);
    }
  }

  private static void copy(byte[] planes, AVFrame frame, boolean in) {
    int at = 0;
    for (int plane = 0; plane < 3; plane++) {
      int columns = plane == 0 ? frame.width() : frame.width() / 2;
      int rows = plane == 0 ? frame.height() : frame.height() / 2;
      for (int row = 0; row < rows; row++) {
        var line = frame.data(plane).getPointer((long) row * frame.linesize(plane));
        if (in) {
          line.put(planes, at, columns);
        } else {
          line.get(planes, at, columns);
        }
        at += columns;
      }
    }
  }

  private static void require(int code) {
    if (code < 0) {
      throw new IllegalStateException("the encoder or decoder failed with %d".formatted(code));
    }
  }

  @Override
  public void close() {
    av_frame_free(frame);
    av_packet_free(packet);
    avcodec_free_context(encoder);
    avcodec_free_context(decoder);
  }
}
