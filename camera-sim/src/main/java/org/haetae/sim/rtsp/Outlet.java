package org.haetae.sim.rtsp;

/** Where a session's packets go. */
sealed interface Outlet permits TcpOutlet, UdpOutlet {

  /** Queues an RTP packet. */
  void media(byte[] packet);

  /** Queues an RTCP packet. */
  void control(byte[] packet);

  /** Sends what is queued. */
  void flush();

  /** Whether the client reads too slowly, so that pictures must be dropped. */
  boolean congested();

  /** The {@code Transport} header that answers the client's. */
  String header(int ssrc);
}
