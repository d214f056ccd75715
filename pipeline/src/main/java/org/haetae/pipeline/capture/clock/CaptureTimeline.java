package org.haetae.pipeline.capture.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One stream's way from time stamps to capture times. The stamps are laid on our clock by the
 * packets that arrived quickest, since queueing only ever delays; what the camera says of its own
 * clock (RTCP sender reports, RFC 3550, 6.4.1) is a correction to that. A jump of the stamps begins
 * anew at the time of arrival. One thread at a time.
 */
public final class CaptureTimeline {
  /** Stamps that run ahead of arrival by more, or back by more, have jumped. */
  private static final double JUMP_SECONDS = 1;

  /** The quickest packet is forgotten this slowly, ten times as fast as a bad crystal drifts. */
  private static final double FORGET_PER_SECOND = 0.0005;

  private double lastStamp = Double.NaN;
  private double lastArrival = Double.NaN;
  private double offset;
  private Instant last = Instant.MIN;

  /**
   * The capture time of the next packet.
   *
   * @param stamp seconds on the stream's own clock, from any beginning
   * @param arrival when the packet was received, by our clock
   * @param cameraClock the camera's wall clock at that stamp, where a sender report told it
   */
  public CaptureTime at(double stamp, Instant arrival, Optional<Instant> cameraClock) {
    double now = seconds(arrival);
    if (jumped(stamp, now)) {
      offset = now - stamp;
    } else {
      double forgotten = FORGET_PER_SECOND * Math.max(0, now - lastArrival);
      offset = Math.min(offset + forgotten, now - stamp);
    }
    lastStamp = stamp;
    lastArrival = now;
    last = later(Instant.EPOCH.plus(nanos(stamp + offset)).truncatedTo(ChronoUnit.MICROS));
    return new CaptureTime(
        last, cameraClock.map(clock -> nanos(seconds(clock) - (stamp + offset))));
  }

  private boolean jumped(double stamp, double now) {
    if (Double.isNaN(lastStamp)) {
      return true;
    }
    double step = stamp - lastStamp;
    return step < -JUMP_SECONDS || step - Math.max(0, now - lastArrival) > JUMP_SECONDS;
  }

  private Instant later(Instant at) {
    return at.isAfter(last) ? at : last.plus(1, ChronoUnit.MICROS);
  }

  private static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() / 1e9;
  }

  private static Duration nanos(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
