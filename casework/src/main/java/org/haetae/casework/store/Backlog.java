package org.haetae.casework.store;

import java.time.Instant;
import java.util.List;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.incident.IncidentState;
import org.haetae.domain.alert.Severity;

/** What waits for people and for deliveries, counted at one moment; groups of none are left out. */
public record Backlog(List<Incidents> incidents, List<Parcels> parcels) {

  public Backlog {
    incidents = List.copyOf(incidents);
    parcels = List.copyOf(parcels);
  }

  /**
   * Incidents that nobody has closed, of one severity and state.
   *
   * @param openSince when the first of them came to wait for a person; what is acknowledged and
   *     grows graver waits anew
   */
  public record Incidents(Severity severity, IncidentState state, long count, Instant openSince) {}

  /**
   * Parcels of one channel and queue that wait or are dead.
   *
   * @param oldest when the oldest was put there
   */
  public record Parcels(
      String channel, Queue queue, ParcelState state, long count, Instant oldest) {}

  /** Reads all of it as it stands in one transaction. */
  public static Backlog of(Transaction in) {
    return new Backlog(in.incidents().unclosed(), in.outbox().undelivered());
  }
}
