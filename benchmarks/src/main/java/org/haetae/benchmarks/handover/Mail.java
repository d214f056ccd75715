package org.haetae.benchmarks.handover;

/** What is handed over: in the pipeline it is a camera's lane, of which there is one a camera. */
final class Mail {
  private volatile long read;

  /** On the receiver's thread. */
  void markRead(long number) {
    read = number;
  }

  long read() {
    return read;
  }
}
