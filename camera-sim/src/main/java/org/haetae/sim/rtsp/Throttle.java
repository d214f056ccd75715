package org.haetae.sim.rtsp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.FaultBoard;

/** Lets a few bytes a second through while the camera's fault says so, in order, losing none. */
final class Throttle extends ChannelDuplexHandler {
  private static final long TICK_MILLIS = 200;
  private static final int MOST_WAITING = 65_536;

  private record Waiting(ByteBuf bytes, ChannelPromise promise) {}

  private final FaultBoard board;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private double allowance;
  private int waiting;

  Throttle(FaultBoard board) {
    this.board = board;
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    boolean passes = queue.isEmpty() && !board.active().has(Fault.Trickle.class);
    if (passes || !(message instanceof ByteBuf bytes)) {
      var _ = ctx.write(message, promise);
      return;
    }
    if (queue.isEmpty()) {
      next(ctx);
    }
    queue.add(new Waiting(bytes, promise));
    waiting += bytes.readableBytes();
    writable(ctx, waiting < MOST_WAITING);
  }

  private void next(ChannelHandlerContext ctx) {
    var _ = ctx.executor().schedule(() -> release(ctx), TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void release(ChannelHandlerContext ctx) {
    allowance +=
        board
            .active()
            .find(Fault.Trickle.class)
            .map(trickle -> trickle.bytesPerSecond() * TICK_MILLIS / 1000.0)
            .orElse(Double.POSITIVE_INFINITY);
    while (!queue.isEmpty() && allowance >= 1) {
      part(ctx, queue.element());
    }
    ctx.flush();
    if (queue.isEmpty()) {
      allowance = 0;
      writable(ctx, true);
    } else {
      next(ctx);
    }
  }

  private void part(ChannelHandlerContext ctx, Waiting first) {
    int length = (int) Math.min(first.bytes.readableBytes(), allowance);
    allowance -= length;
    waiting -= length;
    if (length == first.bytes.readableBytes()) {
      queue.remove();
      var _ = ctx.write(first.bytes, first.promise);
    } else {
      var _ = ctx.write(first.bytes.readRetainedSlice(length));
    }
  }

  private static void writable(ChannelHandlerContext ctx, boolean writable) {
    ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
    if (buffer != null) {
      buffer.setUserDefinedWritability(1, writable);
    }
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    queue.forEach(left -> ReferenceCountUtil.release(left.bytes));
    queue.clear();
  }
}
