package org.haetae.sim.rtsp;

import io.netty.buffer.Unpooled;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.SimulatedCamera;

/** Packets as datagrams to the client's own host. For its event loop. */
final class UdpOutlet implements Outlet {
  private final UdpPorts ports;
  private final InetSocketAddress media;
  private final InetSocketAddress control;
  private final SimulatedCamera camera;
  private double allowance;
  private long allowedAt;

  UdpOutlet(
      UdpPorts ports, InetSocketAddress media, InetSocketAddress control, SimulatedCamera camera) {
    this.ports = ports;
    this.media = media;
    this.control = control;
    this.camera = camera;
  }

  InetSocketAddress controlAddress() {
    return control;
  }

  @Override
  public void media(byte[] packet) {
    if (passes(packet.length)) {
      var _ = ports.media().write(new DatagramPacket(Unpooled.wrappedBuffer(packet), media));
    }
  }

  @Override
  public void control(byte[] packet) {
    if (passes(packet.length)) {
      var _ = ports.control().write(new DatagramPacket(Unpooled.wrappedBuffer(packet), control));
    }
  }

  /** A throttled path loses what it can't carry. */
  private boolean passes(int bytes) {
    Fault.Trickle trickle = camera.board().active().find(Fault.Trickle.class).orElse(null);
    if (trickle == null) {
      allowance = 0;
      return true;
    }
    long now = camera.time().elapsed();
    allowance += Math.max(0, now - allowedAt) * 1e-9 * trickle.bytesPerSecond();
    allowance = Math.min(allowance, 1500);
    allowedAt = now;
    if (allowance < bytes) {
      return false;
    }
    allowance -= bytes;
    return true;
  }

  @Override
  public void flush() {
    ports.media().flush();
    ports.control().flush();
  }

  @Override
  public boolean congested() {
    return !ports.media().isWritable();
  }

  @Override
  public String header(int ssrc) {
    return "RTP/AVP;unicast;client_port=%d-%d;server_port=%d-%d;ssrc=%08X"
        .formatted(
            media.getPort(), control.getPort(), ports.mediaPort(), ports.controlPort(), ssrc);
  }
}
