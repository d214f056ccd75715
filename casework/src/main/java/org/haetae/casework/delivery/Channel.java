package org.haetae.casework.delivery;

/**
 * A way to tell somebody. Implementations are safe for use by many threads.
 *
 * <p>{@link #send} returns when the receiver has taken the notice over, and must end within the
 * limit that the channel was made with: a receiver that hangs is a {@link DeliveryException}. It
 * ends early, with an exception, when its thread is interrupted.
 */
public interface Channel extends AutoCloseable {
  /** As the site's file calls it; also the metric's label. */
  String name();

  /** Tells it once. */
  void send(Notice notice) throws DeliveryException, InterruptedException;

  @Override
  default void close() {}
}
