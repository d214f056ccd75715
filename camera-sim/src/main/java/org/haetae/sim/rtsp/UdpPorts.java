package org.haetae.sim.rtsp;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One pair of UDP ports for all sessions: RTP from the even one, RTCP to and from the odd one above
 * it (RFC 3550, 11). Thread-safe.
 */
final class UdpPorts implements AutoCloseable {
  private static final int MOST_TRIES = 100;

  private final Map<InetSocketAddress, Runnable> watchers = new ConcurrentHashMap<>();
  private final Channel media;
  private final Channel control;

  UdpPorts(EventLoop loop, InetAddress host) {
    Bootstrap bootstrap =
        new Bootstrap().group(loop).channel(NioDatagramChannel.class).handler(new Signs());
    for (int i = 0; i < MOST_TRIES; i++) {
      Channel first = bind(bootstrap, host, 0);
      if (first == null) {
        continue;
      }
      int port = port(first);
      Channel second = bind(bootstrap, host, port ^ 1);
      if (second != null) {
        media = port % 2 == 0 ? first : second;
        control = port % 2 == 0 ? second : first;
        return;
      }
      first.close().syncUninterruptibly();
    }
    throw new UncheckedIOException(new IOException("no free pair of UDP ports on " + host));
  }

  private static @Nullable Channel bind(Bootstrap bootstrap, InetAddress host, int port) {
    ChannelFuture bound = bootstrap.bind(host, port).awaitUninterruptibly();
    return bound.isSuccess() ? bound.channel() : null;
  }

  private static int port(Channel channel) {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  Channel media() {
    return media;
  }

  Channel control() {
    return control;
  }

  int mediaPort() {
    return port(media);
  }

  int controlPort() {
    return port(control);
  }

  /** Runs {@code sign} whenever a client's RTCP comes from this address. */
  void watch(InetSocketAddress client, Runnable sign) {
    watchers.put(client, sign);
  }

  void forget(InetSocketAddress client) {
    watchers.remove(client);
  }

  @Override
  public void close() {
    media.close().syncUninterruptibly();
    control.close().syncUninterruptibly();
  }

  /** Takes whatever comes as a sign of life of the session that it comes from. */
  @Sharable
  private final class Signs extends SimpleChannelInboundHandler<DatagramPacket> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, DatagramPacket packet) {
      Runnable sign = watchers.get(packet.sender());
      if (sign != null) {
        sign.run();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      // A port that nobody reads any more; the session's time-out deals with it.
    }
  }
}
