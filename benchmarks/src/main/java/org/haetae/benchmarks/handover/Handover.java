package org.haetae.benchmarks.handover;

/** A way to another thread, which marks each mail as read. Whoever opens it closes it. */
interface Handover extends AutoCloseable {
  /** Hands it over; may return before it is read. */
  void send(Mail mail);

  @Override
  void close();
}
