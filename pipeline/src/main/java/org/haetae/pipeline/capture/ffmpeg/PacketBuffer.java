package org.haetae.pipeline.capture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_clone;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import java.util.ArrayDeque;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Packets since the last key frame, oldest first. Owns a reference to each; one thread. */
final class PacketBuffer implements AutoCloseable {
  private final ArrayDeque<AVPacket> packets = new ArrayDeque<>();

  /** Keeps a reference to the packet's data; the packet itself stays its caller's. */
  void add(AVPacket packet) {
    packets.add(av_packet_clone(packet));
  }

  boolean isEmpty() {
    return packets.isEmpty();
  }

  /** Gives the oldest packet to the decoder and lets it go. */
  void sendFirst(Decoder decoder) {
    AVPacket packet = packets.remove();
    decoder.send(packet);
    av_packet_free(packet);
  }

  void clear() {
    packets.forEach(packet -> av_packet_free(packet));
    packets.clear();
  }

  @Override
  public void close() {
    clear();
  }
}
