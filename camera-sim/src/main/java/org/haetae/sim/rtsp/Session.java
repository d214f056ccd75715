package org.haetae.sim.rtsp;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import org.haetae.sim.camera.SiteTime;
import org.haetae.sim.camera.StreamKind;

/**
 * One client's session: a stream, where it goes, and the last sign of life. State is changed on its
 * event loop only.
 */
final class Session {
  private final String id;
  private final StreamKind stream;
  private final Channel connection;
  private final Outlet outlet;
  private final MediaSender sender;
  private final SiteTime time;
  private volatile long lastSign;
  private volatile boolean playing;

  Session(
      String id,
      StreamKind stream,
      Channel connection,
      Outlet outlet,
      MediaSender sender,
      SiteTime time) {
    this.id = id;
    this.stream = stream;
    this.connection = connection;
    this.outlet = outlet;
    this.sender = sender;
    this.time = time;
    sign();
  }

  String id() {
    return id;
  }

  StreamKind stream() {
    return stream;
  }

  MediaSender sender() {
    return sender;
  }

  Outlet outlet() {
    return outlet;
  }

  /** Where it was set up; interleaved media end with it. */
  Channel connection() {
    return connection;
  }

  EventLoop loop() {
    return connection.eventLoop();
  }

  boolean playing() {
    return playing;
  }

  void playing(boolean now) {
    playing = now;
  }

  /** The client showed that it is there. */
  void sign() {
    lastSign = time.elapsed();
  }

  /** Nanoseconds since the client was last heard of. */
  long quiet() {
    return time.elapsed() - lastSign;
  }
}
