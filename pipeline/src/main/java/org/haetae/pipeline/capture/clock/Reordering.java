package org.haetae.pipeline.capture.clock;

/**
 * By how much later a picture is shown than decoded. Only the time of showing is the camera's word;
 * that of decoding is FFmpeg's guess, and behind a damaged parameter set it guesses times long
 * past. Believed, they would put a picture into the future, and every later one would be dropped
 * until then.
 */
public final class Reordering {
  /** H.264 and H.265 allow sixteen pictures; cameras that reorder at all use two or three. */
  private static final double LONGEST_SECONDS = 1;

  private Reordering() {}

  /**
   * The believed difference in ticks; 0 where the times contradict each other.
   *
   * @param shown presentation time in ticks
   * @param decoded decoding time in ticks
   */
  public static long ticks(long shown, long decoded, double secondsPerTick) {
    long ticks = shown - decoded;
    return ticks >= 0 && ticks * secondsPerTick <= LONGEST_SECONDS ? ticks : 0;
  }
}
