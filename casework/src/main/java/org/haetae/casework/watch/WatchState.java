package org.haetae.casework.watch;

/** Where a watch is in its life. Each watch is in exactly one. */
public enum WatchState {
  IN_STOCK,
  /** Kept for one request. */
  RESERVED,
  ISSUED,
  LOST,
  REPAIR,
  /** For good. */
  RETIRED
}
