package org.haetae.casework.delivery;

import java.time.Instant;
import java.util.List;

/** Where parcels wait. Safe for many threads; every method may fail as the store does. */
public interface Outbox {
  /** The most urgent parcels of a queue that are due, the oldest of them first. */
  List<Parcel> due(String channel, Queue queue, Instant now, int limit);

  /** Writes down how attempts ended: all of them or none. */
  void settle(List<Outcome> outcomes);

  /** How an attempt ended. */
  sealed interface Outcome {
    long parcel();

    /** Taken over by the receiver. */
    record Delivered(long parcel) implements Outcome {}

    /** To be tried again. */
    record Postponed(long parcel, Instant due, String why) implements Outcome {}

    /** Not tried again by itself. */
    record Dead(long parcel, String why) implements Outcome {}
  }
}
