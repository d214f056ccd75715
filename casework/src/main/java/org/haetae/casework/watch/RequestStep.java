package org.haetae.casework.watch;

/** What whoever asked for a watch is told of. */
public enum RequestStep {
  RECEIVED,
  PROMISED,
  PROMISE_LOST,
  HANDED,
  CLOSED
}
