package org.haetae.pipeline.capture.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * Goes over to a camera's own clock without a step back. The first sender report may come seconds
 * after the first picture; believed at once, it could put a picture before the one that was taken
 * before it. One stream's, one thread at a time.
 */
public final class SlowCorrection {
  private Instant last = Instant.MIN;
  private Duration correction = Duration.ZERO;

  /**
   * The capture time of the next picture.
   *
   * @param steady later than at the call before
   * @param wanted what should be added to it; less than before is approached by half of the time
   *     that passes
   * @return later than at the call before
   */
  public Instant apply(Instant steady, Duration wanted) {
    if (last.equals(Instant.MIN) || wanted.compareTo(correction) >= 0) {
      correction = wanted;
    } else {
      Duration lowest = correction.minus(Duration.between(last, steady).dividedBy(2));
      correction = wanted.compareTo(lowest) > 0 ? wanted : lowest;
    }
    last = steady;
    return steady.plus(correction);
  }
}
