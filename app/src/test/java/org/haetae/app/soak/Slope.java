package org.haetae.app.soak;

import java.time.Duration;

/** The straight line through measurements by least squares, gathered one by one. One thread. */
final class Slope {
  private int count;
  private double meanX;
  private double meanY;
  private double sumXx;
  private double sumXy;
  private double sumYy;

  /** A measurement at a time since any fixed moment. */
  void add(Duration at, double value) {
    double x = at.toNanos() / 60e9;
    count++;
    double dx = x - meanX;
    double dy = value - meanY;
    meanX += dx / count;
    meanY += dy / count;
    sumXx += dx * (x - meanX);
    sumXy += dx * (value - meanY);
    sumYy += dy * (value - meanY);
  }

  int count() {
    return count;
  }

  /** Units a minute; 0 for fewer than two measurements. */
  double perMinute() {
    return sumXx > 0 ? sumXy / sumXx : 0;
  }

  /** The slope's standard error, units a minute, as if the deviations were independent. */
  double error() {
    if (count < 3) {
      return Double.POSITIVE_INFINITY;
    }
    double rest = Math.max(0, sumYy - sumXy * perMinute());
    return Math.sqrt(rest / (count - 2) / sumXx);
  }
}
