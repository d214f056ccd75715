package org.haetae.sim.rtsp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.ImmediateEventExecutor;

/** The TCP connections of one camera. Thread-safe. */
final class Connections {
  /** More than any site has watching one camera; the rest is closed at once. */
  private static final int MOST = 256;

  private final ChannelGroup all = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);

  /** Takes a new one in, or closes it where there are too many. */
  void add(Channel channel) {
    if (all.size() >= MOST) {
      var _ = channel.close();
    } else {
      all.add(channel);
    }
  }

  int size() {
    return all.size();
  }

  void closeAll() {
    var _ = all.close();
  }

  void resetAll() {
    all.forEach(Connections::reset);
  }

  /** Resets those that were told to {@link #stopReading}. */
  void resetSilent() {
    all.stream().filter(channel -> !channel.config().isAutoRead()).forEach(Connections::reset);
  }

  /** Closes with RST: what was not sent yet is thrown away. */
  static void reset(Channel channel) {
    if (channel.isOpen()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
      var _ = channel.close();
    }
  }

  /** Stops reading: what clients send piles up in their own buffers. */
  void stopReading() {
    all.forEach(channel -> channel.config().setAutoRead(false));
  }
}
