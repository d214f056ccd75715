package org.haetae.casework.planning;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/**
 * How watches come back. Within a term each day is like another (the rate is occurrences over days
 * at risk); when a term ends, the watch is renewed for another or comes back; a few are lost. Each
 * number begins with a guess of ours that a few dozen watches outweigh: half an early return in a
 * watch's year, one renewal in two terms' ends, one watch lost in twenty.
 *
 * @param term for which a watch is handed over, and renewed
 * @param early share of the watches within a term that come back each day, 0 to 1
 * @param renewed share of the terms' ends after which the watch stays, 0 to 1
 * @param back share of the watches that come back when they are needed no longer, 0 to 1
 * @param ends terms' ends from which this was learnt
 */
public record ReturnRates(Period term, double early, double renewed, double back, int ends) {
  /** Whoever comes that many days before the term's end comes because it ends. */
  private static final int ALMOST = 14;

  /** Months differ in length, and a renewal counts from a time of day. */
  private static final int SLACK = 4;

  private static final double GUESSED_RETURNS = 0.5;
  private static final double GUESSED_DAYS = 365;
  private static final double GUESSED_ENDS = 20;
  private static final double GUESSED_BACK = 19;

  public ReturnRates {
    if (term.isZero() || term.isNegative()) {
      throw new IllegalArgumentException("a term must be longer than nothing: " + term);
    }
    requireShare(early, "early");
    requireShare(renewed, "renewed");
    requireShare(back, "back");
  }

  /**
   * What tenancies up to {@code today} teach. A term's end that is overdue counts once it is
   * decided.
   */
  public static ReturnRates of(Collection<Tenancy> tenancies, LocalDate today, Period term) {
    int early = 0;
    int renewals = 0;
    int ends = 0;
    int back = 0;
    int lost = 0;
    long days = 0;
    for (Tenancy one : tenancies) {
      int renewed = renewals(one, term);
      renewals += renewed;
      ends += renewed;
      LocalDate last = one.until();
      switch (one.end()) {
        case Tenancy.Lasts _ -> last = earlier(today, last);
        case Tenancy.Lost _ -> {
          lost++;
          last = earlier(today, last);
        }
        case Tenancy.CameBack came -> {
          back++;
          if (came.day().isBefore(one.until().minusDays(ALMOST))) {
            early++;
          } else {
            ends++;
          }
          last = earlier(came.day(), last);
        }
      }
      days += Math.max(0, ChronoUnit.DAYS.between(one.since(), last));
    }
    return new ReturnRates(
        term,
        (early + GUESSED_RETURNS) / (days + GUESSED_DAYS),
        (renewals + 1.0) / (ends + 2.0),
        (back + GUESSED_BACK) / (back + lost + GUESSED_ENDS),
        ends);
  }

  /**
   * Mean days that a watch stays with a person, for {@link Sizing}; infinite where none ever comes
   * back.
   *
   * @param from a day on which a term may begin; months differ in length
   */
  public double meanDaysOut(LocalDate from) {
    int days = Math.toIntExact(ChronoUnit.DAYS.between(from, from.plus(term)));
    double stays = Math.pow(1 - early, days);
    double within = early == 0 ? days : (1 - stays) / early;
    return within / (1 - stays * renewed);
  }

  private static int renewals(Tenancy one, Period term) {
    int renewals = 0;
    while (!one.since()
        .plus(term.multipliedBy(renewals + 2))
        .isAfter(one.until().plusDays(SLACK))) {
      renewals++;
    }
    return renewals;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static void requireShare(double share, String name) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("%s must be 0 to 1, not %s".formatted(name, share));
    }
  }
}
