package org.haetae.sim.rtsp;

import io.netty.channel.Channel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.SimulatedCamera;
import org.haetae.sim.camera.StreamKind;

/** The sessions of one camera, until they end or nobody gives a sign any more. Thread-safe. */
final class Sessions {
  private static final long MIN_WAIT_NANOS = 50_000_000L;
  private static final int MOST = 256;

  private final SimulatedCamera camera;
  private final UdpPorts ports;
  private final Duration timeout;
  private final SecureRandom random;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  Sessions(SimulatedCamera camera, UdpPorts ports, Duration timeout, SecureRandom random) {
    this.camera = camera;
    this.ports = ports;
    this.timeout = timeout;
    this.random = random;
  }

  /** Begins a session; call it on the connection's event loop. */
  Session begin(StreamKind stream, Channel connection, Outlet outlet) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    MediaSender sender = new MediaSender(connection.eventLoop(), camera, stream, outlet, random);
    Session session =
        new Session(
            HexFormat.of().formatHex(bytes), stream, connection, outlet, sender, camera.time());
    sessions.put(session.id(), session);
    if (outlet instanceof UdpOutlet udp) {
      ports.watch(udp.controlAddress(), session::sign);
    }
    watch(session);
    return session;
  }

  private void watch(Session session) {
    var _ =
        session
            .loop()
            .schedule(
                () -> expire(session),
                Math.max(MIN_WAIT_NANOS, timeout.toNanos() - session.quiet()),
                TimeUnit.NANOSECONDS);
  }

  private void expire(Session session) {
    if (!sessions.containsKey(session.id())) {
      return;
    }
    long quiet = session.quiet();
    if (quiet < timeout.toNanos() || camera.board().active().has(Fault.HalfOpen.class)) {
      // A camera without power ends nothing.
      watch(session);
      return;
    }
    end(session);
    if (session.outlet() instanceof TcpOutlet) {
      var _ = session.connection().close();
    }
  }

  Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** Ends a session, on its own event loop. */
  void end(Session session) {
    if (sessions.remove(session.id(), session)) {
      if (session.outlet() instanceof UdpOutlet udp) {
        ports.forget(udp.controlAddress());
      }
      session.loop().execute(session.sender()::stop);
    }
  }

  /** Ends what can't go on without this connection. */
  void connectionLost(Channel connection) {
    for (Session session : sessions.values()) {
      if (session.connection().equals(connection) && session.outlet() instanceof TcpOutlet) {
        end(session);
      }
    }
  }

  void endAll() {
    sessions.values().forEach(this::end);
  }

  /** A sign of life of everything that runs over this connection. */
  void sign(Channel connection) {
    for (Session session : sessions.values()) {
      if (session.connection().equals(connection)) {
        session.sign();
      }
    }
  }

  /** Whether something runs over this connection. */
  boolean use(Channel connection) {
    return sessions.values().stream().anyMatch(s -> s.connection().equals(connection));
  }

  /** Whether no more fit. */
  boolean full() {
    return sessions.size() >= MOST;
  }

  Collection<Session> all() {
    return sessions.values();
  }

  Duration timeout() {
    return timeout;
  }
}
