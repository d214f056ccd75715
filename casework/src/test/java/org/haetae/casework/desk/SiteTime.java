package org.haetae.casework.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time as it passes, and a wall clock on the machine that people set back and right again. */
final class SiteTime implements InstantSource {
  private Instant truth;
  private Duration behind = Duration.ZERO;
  private long nanos;

  SiteTime(Instant truth) {
    this.truth = truth;
  }

  void pass(Duration time) {
    truth = truth.plus(time);
    nanos += time.toNanos();
  }

  void setBack(Duration by) {
    behind = by;
  }

  /** The machine starts anew; a clock without a battery then begins years ago. */
  void reboot(Duration away) {
    truth = truth.plus(away);
    nanos = 0;
  }

  /** Since the machine started. */
  long nanos() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return truth.minus(behind);
  }
}
