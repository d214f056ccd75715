package org.haetae.casework.watch;

import java.time.Instant;
import org.haetae.casework.ledger.Fact;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;

/** What happened to a case's request for a watch. */
public sealed interface RequestFact extends Fact {
  /** Which request of the case, from 1. */
  int number();

  /** Somebody asked for a watch at a station. */
  record Asked(Instant at, UserId by, int number, StationId station) implements RequestFact {}

  /** A watch is kept for it. */
  record Promised(Instant at, UserId by, int number, WatchSerial watch) implements RequestFact {}

  /** The watch that was promised isn't to be had any more. */
  record PromiseLost(Instant at, UserId by, int number, String reason) implements RequestFact {}

  /** The watch was handed over. */
  record Handed(Instant at, UserId by, int number, WatchSerial watch) implements RequestFact {}

  /**
   * The person or the family was told how it stands.
   *
   * @param proof what shows that they were, such as the gateway's receipt
   */
  record Told(Instant at, UserId by, int number, RequestStep step, String proof)
      implements RequestFact {}

  /** It ended without a watch. */
  record Closed(Instant at, UserId by, int number, RequestClosing why, String reason)
      implements RequestFact {}
}
