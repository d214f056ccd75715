package org.haetae.pipeline.capture.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a picture was taken.
 *
 * @param steady by our clock, from the times of arrival alone; later than that of every picture
 *     that was taken before it
 * @param clockAhead by how much the camera's clock is ahead of that, where it tells its own
 */
public record CaptureTime(Instant steady, Optional<Duration> clockAhead) {
  /** A camera whose clock is further off than this is not believed. */
  public static final Duration BELIEVED = Duration.ofSeconds(2);

  /** The camera's own time where it is to be believed, else ours. */
  public Instant capturedAt() {
    return steady.plus(believed());
  }

  /** What is added to the steady time; zero where the camera isn't believed. */
  public Duration believed() {
    return clockAhead.filter(ahead -> ahead.abs().compareTo(BELIEVED) <= 0).orElse(Duration.ZERO);
  }
}
