package org.haetae.pipeline.capture.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One stream's way from time stamps to capture times. The stamps are laid on our clock by the
 * packets that arrived quickest, since queueing only ever delays; what the camera says of its own
 * clock (RTCP sender reports, RFC 3550, 6.4.1) is a correction to that. A jump of the stamps begins
 * anew at the time of arrival. Packets come in order of decoding, pictures that are predicted from
 * later ones behind these: their times lie between those of their neighbours in order of capture.
 * One thread at a time.
 */
public final class CaptureTimeline {
  /** Stamps that run ahead of arrival by more, or back by more, have jumped. */
  private static final double JUMP_SECONDS = 1;

  /** The quickest packet is forgotten this slowly, ten times as fast as a bad crystal drifts. */
  private static final double FORGET_PER_SECOND = 0.0005;

  /** H.264 (A.3.1) and H.265 (A.4.2) let no more pictures than this wait for a later one. */
  private static final int MOST_REORDERED = 16;

  private double lastStamp = Double.NaN;
  private double lastArrival = Double.NaN;
  private double offset;
  private Placed newest = new Placed(Double.NaN, Instant.MIN);
  private Placed before = newest;
  private int reordered;

  /** Where a stamp came to lie on our clock. */
  private record Placed(double stamp, Instant at) {}

  /**
   * The capture time of the next packet.
   *
   * @param stamp seconds on the stream's own clock, from any beginning
   * @param arrival when the packet was received, by our clock
   * @param cameraClock the camera's wall clock at that stamp, where a sender report told it
   */
  public CaptureTime at(double stamp, Instant arrival, Optional<Instant> cameraClock) {
    double now = seconds(arrival);
    boolean anew = jumped(stamp, now);
    if (anew) {
      offset = now - stamp;
    } else {
      double forgotten = FORGET_PER_SECOND * Math.max(0, now - lastArrival);
      offset = Math.min(offset + forgotten, now - stamp);
    }
    lastStamp = stamp;
    lastArrival = now;
    return new CaptureTime(
        place(stamp, anew), cameraClock.map(clock -> nanos(seconds(clock) - (stamp + offset))));
  }

  private Instant place(double stamp, boolean anew) {
    if (!anew && stamp < newest.stamp) {
      reordered++;
      return between(stamp).truncatedTo(ChronoUnit.MICROS);
    }
    reordered = 0;
    Instant at = Instant.EPOCH.plus(nanos(stamp + offset)).truncatedTo(ChronoUnit.MICROS);
    Placed placed = new Placed(stamp, later(at));
    before = anew ? placed : newest;
    newest = placed;
    return placed.at;
  }

  private Instant between(double stamp) {
    if (stamp <= before.stamp) {
      return before.at.minus(nanos(before.stamp - stamp));
    }
    double part = (stamp - before.stamp) / (newest.stamp - before.stamp);
    return before.at.plusNanos(Math.round(part * Duration.between(before.at, newest.at).toNanos()));
  }

  private boolean jumped(double stamp, double now) {
    if (Double.isNaN(lastStamp) || reordered > MOST_REORDERED) {
      return true;
    }
    double step = stamp - lastStamp;
    return step < -JUMP_SECONDS || step - Math.max(0, now - lastArrival) > JUMP_SECONDS;
  }

  private Instant later(Instant at) {
    return at.isAfter(newest.at) ? at : newest.at.plus(1, ChronoUnit.MICROS);
  }

  private static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() / 1e9;
  }

  private static Duration nanos(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
