package org.haetae.casework.watchlist;

import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.watchlist.WatchlistSnapshot;

/** Says which orders seem to name one person by two names, as long as that is so. One thread. */
final class DoubleWatch {
  private final AlarmDesk alarms;
  private WatchlistSnapshot seen = WatchlistSnapshot.empty();

  DoubleWatch(AlarmDesk alarms) {
    this.alarms = alarms;
  }

  /** Compares where the watchlist is another than the last time. */
  @SuppressWarnings("ReferenceEquality") // Equal ones cost as much to tell as to compare anew.
  void look(WatchlistSnapshot now) {
    if (now == seen) {
      return;
    }
    seen = now;
    Set<String> pairs =
        SameFaces.of(now.entries()).stream()
            .map(pair -> orders(now, pair.one()) + " and " + orders(now, pair.other()))
            .collect(Collectors.toUnmodifiableSet());
    alarms.retain(AlarmCode.FACE_TWICE, pairs);
    pairs.forEach(pair -> alarms.raise(AlarmCode.FACE_TWICE, pair, ""));
  }

  private static String orders(WatchlistSnapshot watchlist, RespondentId respondent) {
    return watchlist.orders().stream()
        .filter(order -> order.respondent().equals(respondent))
        .map(order -> order.id().value())
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
