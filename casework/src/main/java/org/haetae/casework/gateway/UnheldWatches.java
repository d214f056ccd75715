package org.haetae.casework.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.domain.id.WatchSerial;

/**
 * Watches that called for help though nobody is known to have had them: each an alarm, for an hour
 * from its last call on. No incident, because nobody could be sent anywhere. Safe for many threads.
 */
public final class UnheldWatches {
  private static final Duration SHOWN = Duration.ofHours(1);

  /** Who has the gateway's password may invent serials, and must not fill the memory. */
  private static final int MOST = 100;

  /** Calls that are told from a repetition. */
  private static final int KNOWN = 1000;

  private final AlarmDesk alarms;
  private final Map<WatchSerial, Instant> last = new HashMap<>();
  private final SequencedSet<UUID> known = new LinkedHashSet<>();

  public UnheldWatches(AlarmDesk alarms) {
    this.alarms = alarms;
  }

  /**
   * @param call the same when the same call is brought again, which changes nothing
   */
  synchronized void called(WatchSerial watch, UUID call, Instant now) {
    if (!known.add(call)) {
      return;
    }
    if (known.size() > KNOWN) {
      known.removeFirst();
    }
    if (last.size() < MOST || last.containsKey(watch)) {
      last.put(watch, now);
      alarms.raise(AlarmCode.WATCH_UNKNOWN, watch.value(), "");
    }
  }

  /** Ends what is over; to be called every few seconds. */
  public synchronized void look(Instant now) {
    Set<WatchSerial> old = Set.copyOf(last.keySet());
    for (WatchSerial watch : old) {
      last.computeIfPresent(watch, (_, at) -> now.isBefore(at.plus(SHOWN)) ? at : null);
      if (!last.containsKey(watch)) {
        alarms.clear(AlarmCode.WATCH_UNKNOWN, watch.value());
      }
    }
  }
}
