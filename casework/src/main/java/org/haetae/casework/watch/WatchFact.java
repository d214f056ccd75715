package org.haetae.casework.watch;

import java.time.Instant;
import org.haetae.casework.ledger.Fact;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;

/** What happened to a watch. */
public sealed interface WatchFact extends Fact {

  /** It came into the stock of a station. */
  record Received(Instant at, UserId by, StationId station, String model, String firmware)
      implements WatchFact {}

  /** It is kept for a request. */
  record Reserved(Instant at, UserId by, RequestKey request) implements WatchFact {}

  /** It is kept no longer. */
  record Unreserved(Instant at, UserId by, String reason) implements WatchFact {}

  /** It left for another station, which has it only when it says so. */
  record Sent(Instant at, UserId by, StationId to) implements WatchFact {}

  /** The other station has it and says so. */
  record Arrived(Instant at, UserId by) implements WatchFact {}

  /**
   * It was handed over.
   *
   * @param identity how the person showed who they are
   * @param until when it must be renewed or come back
   */
  record Issued(Instant at, UserId by, RequestKey request, String identity, Instant until)
      implements WatchFact {}

  /**
   * The emergency system knows it.
   *
   * @param confirmation that system's own number
   */
  record Registered(Instant at, UserId by, String confirmation) implements WatchFact {}

  /** Somebody looked whether it is worn. */
  record WearingChecked(Instant at, UserId by, boolean worn, String note) implements WatchFact {}

  record Renewed(Instant at, UserId by, Instant until) implements WatchFact {}

  /** The person gave it back. */
  record Returned(Instant at, UserId by, StationId station) implements WatchFact {}

  record Lost(Instant at, UserId by, String reason) implements WatchFact {}

  record Found(Instant at, UserId by, StationId station) implements WatchFact {}

  record SentToRepair(Instant at, UserId by, String reason) implements WatchFact {}

  record Repaired(Instant at, UserId by, String firmware) implements WatchFact {}

  record Retired(Instant at, UserId by, String reason) implements WatchFact {}
}
