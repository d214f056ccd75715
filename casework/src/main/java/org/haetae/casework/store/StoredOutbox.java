package org.haetae.casework.store;

import java.time.Instant;
import java.util.List;
import org.haetae.casework.delivery.Outbox;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.delivery.Queue;

/** The outbox in the database. */
public final class StoredOutbox implements Outbox {
  private final Store store;

  public StoredOutbox(Store store) {
    this.store = store;
  }

  @Override
  public List<Parcel> due(String channel, Queue queue, Instant now, int limit) {
    return store.read(in -> in.outbox().due(channel, queue, now, limit));
  }

  @Override
  public void settle(List<Outcome> outcomes) {
    store.run(in -> in.outbox().settle(outcomes));
  }
}
