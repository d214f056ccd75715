package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_move_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_hwframe_transfer_data;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.jspecify.annotations.Nullable;

/** Packets in, pictures out. Owns the codec and the pool of its frames; one thread at a time. */
final class Decoder implements AutoCloseable {
  private final AVCodecContext codec;
  private final FramePool pool;
  private final Rotation rotation;
  private final AVFrame onDevice = av_frame_alloc();
  private boolean ended;

  private Decoder(AVCodecContext codec, Rotation rotation) {
    this.codec = codec;
    this.rotation = rotation;
    pool = new FramePool(rotation);
  }

  /**
   * A decoder for that stream.
   *
   * @param name what the stream is called in an error
   * @throws CaptureException when there is none
   */
  static Decoder of(AVStream video, DecodingDevice device, String name) {
    AVCodec codec = avcodec_find_decoder(video.codecpar().codec_id());
    if (codec == null) {
      throw new CaptureException(
          CaptureFailure.REFUSED, "%s holds video of an unknown codec".formatted(name));
    }
    AVCodecContext context = avcodec_alloc_context3(codec);
    // One thread a decoder: cameras run side by side, and frame threads would add latency.
    context.thread_count(1);
    device.offer(codec, context);
    if (avcodec_parameters_to_context(context, video.codecpar()) < 0
        || avcodec_open2(context, codec, (AVDictionary) null) < 0) {
      avcodec_free_context(context);
      throw new CaptureException(
          CaptureFailure.UNDECODABLE,
          "the video in %s can't be decoded: it is damaged or cut off".formatted(name));
    }
    return new Decoder(context, Rotation.of(video));
  }

  /** Pixels as a viewer sees them; 0 before they are known. */
  int width() {
    return rotation.swapsSides() ? codec.height() : codec.width();
  }

  int height() {
    return rotation.swapsSides() ? codec.width() : codec.height();
  }

  String name() {
    return codec.codec().name().getString();
  }

  /** Takes in a packet, which stays its caller's. What can't be decoded is passed over. */
  void send(AVPacket packet) {
    avcodec_send_packet(codec, packet);
  }

  /** No packet follows: the pictures that are still inside come out. */
  void drain() {
    avcodec_send_packet(codec, (AVPacket) null);
  }

  /** Forgets everything; the next packet must be a key frame. */
  void flush() {
    avcodec_flush_buffers(codec);
    ended = false;
  }

  /** Whether all pictures came out after {@link #drain}. */
  boolean ended() {
    return ended;
  }

  /** The next picture, which becomes the caller's; null when another packet is needed first. */
  @Nullable FfmpegFrame receive() {
    FfmpegFrame frame = pool.take();
    while (true) {
      int received = avcodec_receive_frame(codec, frame.av());
      if (received == 0) {
        if (frame.av().hw_frames_ctx() == null || download(frame.av())) {
          return frame;
        }
        continue;
      }
      if (received == AVERROR_EAGAIN() || received == AVERROR_EOF()) {
        ended = received == AVERROR_EOF();
        frame.release();
        return null;
      }
      // Any other error concerns one damaged picture; the decoder goes on at the next.
    }
  }

  /** Brings a picture from the device's memory to ours; a picture that doesn't come is lost. */
  private boolean download(AVFrame picture) {
    av_frame_move_ref(onDevice, picture);
    boolean done =
        av_hwframe_transfer_data(picture, onDevice, 0) >= 0
            && av_frame_copy_props(picture, onDevice) >= 0;
    av_frame_unref(onDevice);
    return done;
  }

  /** Whether the decoder had to make up a part of the picture. */
  static boolean damaged(AVFrame picture) {
    return picture.decode_error_flags() != 0
        || (picture.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
  }

  /** Frames that are still held stay valid until they are released. */
  @Override
  public void close() {
    avcodec_free_context(codec);
    av_frame_free(onDevice);
    pool.close();
  }
}
