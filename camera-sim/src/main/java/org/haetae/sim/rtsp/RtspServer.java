package org.haetae.sim.rtsp;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.BindException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haetae.sim.camera.SimulatedCamera;

/**
 * Serves cameras, each at a TCP port of its own as real ones have an address of their own, all on
 * two threads. Thread-safe; closed once.
 */
public final class RtspServer implements AutoCloseable {
  private static final int THREADS = 2;

  private final InetAddress host;
  private final Duration sessionTimeout;
  private final SecureRandom random = new SecureRandom();
  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(
          THREADS, new DefaultThreadFactory("camera-sim", true), NioIoHandler.newFactory());
  private final UdpPorts ports;
  private final List<CameraPort> cameras = new CopyOnWriteArrayList<>();

  /**
   * Starts the threads and binds a pair of UDP ports.
   *
   * @param sessionTimeout after so long without a sign of life a session ends; positive
   */
  public RtspServer(InetAddress host, Duration sessionTimeout) {
    this.host = host;
    this.sessionTimeout = sessionTimeout;
    ports = new UdpPorts(group.next(), host);
  }

  /** Runs timers on the server's own threads, which must not be blocked. */
  public ScheduledExecutorService timers() {
    return group;
  }

  /**
   * Serves one more camera.
   *
   * @param port 0 for any that is free
   * @throws BindException when the port is taken
   */
  public CameraPort open(SimulatedCamera camera, int port) throws BindException {
    Sessions sessions = new Sessions(camera, ports, sessionTimeout, random);
    CameraPort opened = new CameraPort(camera, group, ports, sessions, random, host, port);
    cameras.add(opened);
    return opened;
  }

  /** Ends every session and connection, and waits for the threads to end. */
  @Override
  public void close() {
    cameras.forEach(CameraPort::close);
    ports.close();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
