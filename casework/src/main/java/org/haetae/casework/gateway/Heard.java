package org.haetae.casework.gateway;

/** What became of a message. Whatever it is, it need not be sent again. */
public sealed interface Heard {
  /** A sign of life was kept. */
  record Heartbeat() implements Heard {}

  /** A call for help is an incident. */
  record Sos() implements Heard {}

  /** A call for help by a watch that nobody is known to have had; people are told all the same. */
  record UnheldSos() implements Heard {}

  /** A sign of life of a watch that is in no stock; nothing is kept of it. */
  record UnknownWatch() implements Heard {}

  /**
   * It can't be read.
   *
   * @param why a sentence for whoever sent it
   */
  record Refused(String why) implements Heard {}
}
