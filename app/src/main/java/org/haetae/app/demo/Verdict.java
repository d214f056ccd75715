package org.haetae.app.demo;

import java.util.List;

/**
 * How a demo went.
 *
 * @param missed approaches without an alert
 * @param falseAlerts alerts without an approach
 */
public record Verdict(List<Found> found, List<String> missed, List<String> falseAlerts) {

  /**
   * An approach that was alerted.
   *
   * @param seconds from the face being 48 pixels high to the alert; less than 0 where it came
   *     before
   * @param inTime at most one second
   */
  public record Found(String who, double seconds, boolean inTime) {}

  /** Whether every approach was alerted in time and nobody else was. */
  public boolean isClean() {
    return missed.isEmpty() && falseAlerts.isEmpty() && found.stream().allMatch(Found::inTime);
  }
}
