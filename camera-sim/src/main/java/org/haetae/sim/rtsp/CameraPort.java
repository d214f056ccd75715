package org.haetae.sim.rtsp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.rtsp.RtspDecoder;
import io.netty.handler.codec.rtsp.RtspEncoder;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.haetae.sim.camera.ActiveFaults;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.FaultBoard;
import org.haetae.sim.camera.SimulatedCamera;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One camera's address: its listening socket, opened and closed as its faults say, and its clients.
 * Thread-safe.
 */
public final class CameraPort {
  private static final Logger LOG = LoggerFactory.getLogger(CameraPort.class);
  private static final long RETRY_MILLIS = 100;

  private final SimulatedCamera camera;
  private final EventLoop loop;
  private final ServerBootstrap bootstrap;
  private final Sessions sessions;
  private final Connections connections = new Connections();
  private final InetSocketAddress address;
  private @Nullable Channel listener;
  private List<Session> silenced = List.of();
  private boolean closing;

  CameraPort(
      SimulatedCamera camera,
      EventLoopGroup group,
      UdpPorts ports,
      Sessions sessions,
      SecureRandom random,
      InetAddress host,
      int port)
      throws BindException {
    this.camera = camera;
    this.sessions = sessions;
    this.loop = group.next();
    Gatekeeper gate = new Gatekeeper(camera.script().name(), camera.script().credentials(), random);
    bootstrap =
        new ServerBootstrap()
            .group(loop, group)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(1 << 20, 1 << 22))
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    welcome(channel, ports, gate);
                  }
                });
    ChannelFuture bound = bootstrap.bind(host, port).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new BindException("port %d of %s is taken".formatted(port, host.getHostAddress()));
    }
    listener = bound.channel();
    address = (InetSocketAddress) bound.channel().localAddress();
    camera.board().listen(change -> loop.execute(() -> changed(change)));
    loop.execute(this::adjust);
  }

  private void welcome(SocketChannel channel, UdpPorts ports, Gatekeeper gate) {
    connections.add(channel);
    if (camera.board().active().has(Fault.HalfOpen.class)) {
      channel.config().setAutoRead(false);
    }
    channel
        .pipeline()
        .addLast(new Throttle(camera.board()))
        .addLast(Framer.NAME, new Framer())
        .addLast(new RtspDecoder())
        .addLast(new RtspEncoder())
        .addLast(new HttpObjectAggregator(1 << 17))
        .addLast(new Conversation(camera, sessions, ports, gate));
  }

  private void changed(FaultBoard.Change change) {
    for (Fault fault : change.ended()) {
      if (fault instanceof Fault.HalfOpen) {
        silenced.forEach(sessions::end);
        silenced = List.of();
        connections.resetSilent();
      }
    }
    for (Fault fault : change.began()) {
      switch (fault) {
        case Fault.Close _ -> {
          sessions.endAll();
          connections.closeAll();
        }
        case Fault.Reset _, Fault.Gone _ -> reset();
        case Fault.HalfOpen _ -> {
          silenced = List.copyOf(sessions.all());
          connections.stopReading();
        }
        default -> {}
      }
    }
    adjust();
  }

  private void reset() {
    sessions.endAll();
    connections.resetAll();
  }

  /** Opens or closes the listening socket, so that a refusal is a real one. */
  private void adjust() {
    ActiveFaults faults = camera.board().active();
    boolean open = !closing && !faults.has(Fault.Refuse.class) && !faults.has(Fault.Gone.class);
    if (!open && listener != null) {
      Channel old = listener;
      listener = null;
      var _ = old.close();
    } else if (open && listener == null) {
      ChannelFuture bound = bootstrap.bind(address);
      listener = bound.channel();
      var _ = bound.addListener(_ -> opened(bound));
    }
  }

  private void opened(ChannelFuture bound) {
    if (!bound.isSuccess() && bound.channel().equals(listener)) {
      listener = null;
      LOG.warn("port {} of {} is taken, trying again", port(), camera.script().name());
      var _ = loop.schedule(this::adjust, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** The camera behind it. */
  public SimulatedCamera camera() {
    return camera;
  }

  /** The TCP port, also while it refuses. */
  public int port() {
    return address.getPort();
  }

  /** TCP connections. */
  public int connections() {
    return connections.size();
  }

  /** Sessions that play. */
  public int players() {
    return (int) sessions.all().stream().filter(Session::playing).count();
  }

  void close() {
    loop.submit(
            () -> {
              closing = true;
              adjust();
              sessions.endAll();
              connections.closeAll();
            })
        .syncUninterruptibly();
  }
}
