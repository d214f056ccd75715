package org.haetae.domain.health;

import java.time.Instant;

/** A technical alert begins or ends. For one camera the two take turns, and a raise comes first. */
public sealed interface TechnicalAlertEvent {

  /** The alert as it stands. */
  TechnicalAlert alert();

  /** When it was decided. */
  Instant at();

  /** The camera no longer guards its place. */
  record Raised(TechnicalAlert alert, Instant at) implements TechnicalAlertEvent {}

  /**
   * The camera guards its place again.
   *
   * @param alert as it stood last
   */
  record Cleared(TechnicalAlert alert, Instant at) implements TechnicalAlertEvent {}
}
