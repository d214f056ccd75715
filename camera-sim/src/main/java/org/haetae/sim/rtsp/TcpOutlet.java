package org.haetae.sim.rtsp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/** Packets between the answers on the RTSP connection: RFC 2326, 10.12. For its event loop. */
final class TcpOutlet implements Outlet {
  private final ChannelHandlerContext framer;
  private final int channel;
  private @Nullable ByteBuf queued;

  /**
   * An outlet with channels {@code channel} and {@code channel + 1}.
   *
   * @param framer what is written here goes out as it is
   */
  TcpOutlet(ChannelHandlerContext framer, int channel) {
    this.framer = framer;
    this.channel = channel;
  }

  @Override
  public void media(byte[] packet) {
    queue(channel, packet);
  }

  @Override
  public void control(byte[] packet) {
    queue(channel + 1, packet);
  }

  private void queue(int number, byte[] packet) {
    if (queued == null) {
      queued = framer.alloc().buffer(16_384);
    }
    queued.writeByte('$').writeByte(number).writeShort(packet.length).writeBytes(packet);
  }

  @Override
  public void flush() {
    if (queued != null) {
      var _ = framer.writeAndFlush(queued, framer.voidPromise());
      queued = null;
    }
  }

  @Override
  public boolean congested() {
    return !framer.channel().isWritable();
  }

  @Override
  public String header(int ssrc) {
    return "RTP/AVP/TCP;unicast;interleaved=%d-%d;ssrc=%08X".formatted(channel, channel + 1, ssrc);
  }
}
