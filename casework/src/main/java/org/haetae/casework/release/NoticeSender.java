package org.haetae.casework.release;

/** Brings a release notice to somebody. Safe for one thread. */
public interface NoticeSender {

  /** Tries once; a failure is an outcome. */
  Sent send(ReleaseMessage message) throws InterruptedException;

  /**
   * How it ended.
   *
   * @param detail in words, for the record; holds no address
   */
  record Sent(Outcome outcome, String detail) {}
}
