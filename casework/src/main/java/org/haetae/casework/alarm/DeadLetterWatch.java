package org.haetae.casework.alarm;

import java.util.HashMap;
import java.util.Map;
import org.haetae.casework.store.Backlog;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.Store;

/**
 * Makes alarms of notices that were given up, for as long as they lie there: after a restart too,
 * and not a moment longer than until they are sent again. One thread at a time.
 */
public final class DeadLetterWatch {
  private final Store store;
  private final AlarmDesk alarms;

  public DeadLetterWatch(Store store, AlarmDesk alarms) {
    this.store = store;
    this.alarms = alarms;
  }

  /**
   * Looks once.
   *
   * @throws org.haetae.casework.store.StoreException when the store can't be read
   */
  public void look() {
    Map<String, Long> dead = new HashMap<>();
    for (Backlog.Parcels group : store.read(in -> in.outbox().undelivered())) {
      if (group.state() == ParcelState.DEAD) {
        dead.merge(group.channel(), group.count(), Long::sum);
      }
    }
    dead.forEach(
        (channel, count) ->
            alarms.raise(AlarmCode.NOTICE_UNDELIVERED, channel, Long.toString(count)));
    alarms.retain(AlarmCode.NOTICE_UNDELIVERED, dead.keySet());
  }
}
