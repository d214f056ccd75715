package org.haetae.app.capacity;

import java.time.Duration;

/**
 * What a number of cameras came to.
 *
 * @param live how many of them gave pictures in time
 * @param pictures that were analysed, of all cameras together
 * @param latencyP50 from the capture of a picture to the end of its analysis; half are faster
 * @param latencyP99 99 of 100 are faster
 * @param turns passes of the detector that were due and made
 * @param dropped passes that were due and left out
 * @param sightings respondents who were recognised, to see that the work was really done
 * @param work where the processor's time went
 */
public record Step(
    int cameras,
    int live,
    long pictures,
    Duration latencyP50,
    Duration latencyP99,
    long turns,
    long dropped,
    long sightings,
    Work work) {
  /** The product's promise for the age of a picture at its decision. */
  public static final Duration LIMIT = Duration.ofMillis(300);

  /**
   * Share of dropped turns that is a hiccup of the machine and no overload; the next turn of that
   * camera comes a tenth of a second later.
   */
  static final double HICCUP = 0.005;

  /** Whether the promise holds. */
  public boolean holds() {
    return broken() == Broken.NOTHING;
  }

  /** What broke first. */
  public Broken broken() {
    if (live < cameras) {
      return Broken.CAMERAS_DARK;
    }
    if (latencyP99.compareTo(LIMIT) > 0) {
      return Broken.TOO_LATE;
    }
    return dropped > HICCUP * (turns + dropped) ? Broken.TURNS_DROPPED : Broken.NOTHING;
  }

  /** How a promise breaks. */
  public enum Broken {
    NOTHING("yes"),
    CAMERAS_DARK("no: not all cameras came up"),
    TOO_LATE("no: too late"),
    TURNS_DROPPED("no: turns dropped");

    private final String words;

    Broken(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
