package org.haetae.casework.gateway;

import org.haetae.domain.id.WatchSerial;

/** A gateway with its watches, and our end of it. */
public interface GatewayPeer extends AutoCloseable {
  /** Our end begins to hear, as in a new process. */
  void open(WatchHearing hearing) throws Exception;

  /** Our end is gone, as with its process. */
  void shut() throws Exception;

  /** A watch says something; the gateway keeps it until it was taken over. Does not wait. */
  void say(WatchSerial watch, byte[] message) throws Exception;

  @Override
  void close();
}
