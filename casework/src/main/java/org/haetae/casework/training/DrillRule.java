package org.haetae.casework.training;

import java.time.Duration;

/**
 * How long each step of an exercise may take, each more than 0.
 *
 * @param alerted from the respondent coming into view until the alert; the system's part
 * @param acknowledged from the alert until somebody has seen it
 * @param dispatched from then until a patrol is sent
 * @param resolved from then until the incident is closed with its outcome
 */
public record DrillRule(
    Duration alerted, Duration acknowledged, Duration dispatched, Duration resolved) {
  public DrillRule {
    for (Duration limit : new Duration[] {alerted, acknowledged, dispatched, resolved}) {
      if (!limit.isPositive()) {
        throw new IllegalArgumentException("a drill's limit must be longer than nothing");
      }
    }
  }
}
