package org.haetae.casework.delivery;

import java.time.Duration;
import java.util.List;

/** A receiver on loopback that a channel's contract is tested against. */
public interface Peer extends AutoCloseable {
  /** A channel to it. */
  Channel channel(Duration limit) throws Exception;

  /** Keys of the notices that have come in, in order, as the receiver read them. */
  List<String> keys();

  /** From now on it answers that it takes nothing over. */
  void refuse();

  /** From now on it takes in what is said and never answers. */
  void hang();

  /** Nobody listens there any more. */
  void leave();

  /** Whether a thread of that name is the receiver's, which may grow as it likes. */
  default boolean owns(String thread) {
    return false;
  }

  @Override
  void close();
}
