package org.haetae.casework.desk;

import java.time.Instant;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.store.ParcelState;

/** A notice on its way to one channel. */
final class PlainParcel {
  final String channel;
  final Notice.Threat notice;

  /** Grows with each notice; the same where several came together and none before the other. */
  final long turn;

  Instant created;
  Instant due;
  int attempts;
  ParcelState state = ParcelState.WAITING;

  PlainParcel(String channel, Notice.Threat notice, long turn) {
    this.channel = channel;
    this.notice = notice;
    this.turn = turn;
    this.created = notice.at();
    this.due = notice.at();
  }

  boolean due(Instant now) {
    return state == ParcelState.WAITING && !due.isAfter(now);
  }

  void postponed(Instant until) {
    attempts++;
    due = until;
  }

  void died() {
    attempts++;
    state = ParcelState.DEAD;
  }

  void again(Instant now) {
    created = now;
    due = now;
    attempts = 0;
    state = ParcelState.WAITING;
  }
}
