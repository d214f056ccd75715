package org.haetae.casework.delivery;

/** What a notice is about. Each has couriers of its own, so that none waits for another. */
public enum Queue {
  /** Somebody is near whom an order keeps away, or somebody calls for help. */
  THREAT,
  /** A part of the system does not do its work. */
  TECHNICAL,
  /** A rehearsal that proves the whole path. */
  CANARY
}
