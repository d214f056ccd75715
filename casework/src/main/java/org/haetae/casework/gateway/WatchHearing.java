package org.haetae.casework.gateway;

import org.haetae.domain.id.WatchSerial;

/** Takes in what watches say; gateways call it. Safe for many threads. */
@FunctionalInterface
public interface WatchHearing {
  /**
   * Takes one message in. The same one may come more than once.
   *
   * @param watch that the gateway says it is from
   * @throws RuntimeException where it could not be kept: it must be brought again
   */
  Heard hear(WatchSerial watch, byte[] message);
}
