package org.haetae.casework.sight;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.health.TechnicalAlertEvent;

/**
 * A time in which somebody's protection had a gap.
 *
 * @param from when all was last known to be well
 * @param until when all was known to be well again, never before {@code from}; empty while it isn't
 */
public record BlindSpell(Blindness blindness, Instant from, Optional<Instant> until) {
  public BlindSpell {
    if (until.isPresent() && until.get().isBefore(from)) {
      throw new IllegalArgumentException("a spell ends at %s, before %s".formatted(until, from));
    }
  }

  /**
   * What an alert about a camera says; the end of an alert has the begin of its raise. Where the
   * clock was set back meanwhile, it has no length.
   */
  public static BlindSpell of(TechnicalAlertEvent event) {
    TechnicalAlert alert = event.alert();
    Instant since = alert.since();
    return new BlindSpell(
        new Blindness.OfCamera(alert.camera(), alert.state()),
        since,
        switch (event) {
          case TechnicalAlertEvent.Raised _ -> Optional.empty();
          case TechnicalAlertEvent.Cleared(_, Instant at) ->
              Optional.of(at.isBefore(since) ? since : at);
        });
  }

  /** The part of it between two instants, at the second of which nothing later is known. */
  Optional<Stretch> within(Instant begin, Instant end) {
    Instant first = from.isBefore(begin) ? begin : from;
    Instant last = until.filter(end::isAfter).orElse(end);
    return first.isBefore(last)
        ? Optional.of(new Stretch(blindness, first, last))
        : Optional.empty();
  }

  /**
   * A spell as far as it lies within a report.
   *
   * @param until after {@code from}
   */
  public record Stretch(Blindness blindness, Instant from, Instant until) {
    public Duration length() {
      return Duration.between(from, until);
    }
  }
}
