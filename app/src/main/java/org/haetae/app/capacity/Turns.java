package org.haetae.app.capacity;

/**
 * Counts one camera's turns at the detector. While something moves or is followed it is due every
 * {@code turnSeconds}; a turn is dropped when a whole one passes without a pass, unless the camera
 * was asleep meanwhile. One thread at a time.
 */
final class Turns {
  /** A turn falls on a picture, which may come half a picture's time late. */
  private static final double SLACK = 0.04;

  private final double turnSeconds;
  private final Naps naps;
  private double lastPass = Double.NaN;
  private long held;
  private long dropped;

  Turns(double turnSeconds, Naps naps) {
    this.turnSeconds = turnSeconds;
    this.naps = naps;
  }

  /**
   * Takes in the next analysed picture.
   *
   * @param mediaSeconds its time
   * @param active whether the camera was owed its turns
   * @param looked whether the detector ran on it
   * @param counts whether the measurement has begun
   */
  void analysed(double mediaSeconds, boolean active, boolean looked, boolean counts) {
    if (naps.endedBetween(lastPass, mediaSeconds)) {
      lastPass = Double.NaN;
    }
    if (!active || mediaSeconds < lastPass) {
      lastPass = Double.NaN;
      return;
    }
    if (!looked) {
      return;
    }
    if (counts) {
      held++;
      if (mediaSeconds - lastPass > 2 * turnSeconds + SLACK) {
        dropped += (long) ((mediaSeconds - lastPass - SLACK) / turnSeconds) - 1;
      }
    }
    lastPass = mediaSeconds;
  }

  long held() {
    return held;
  }

  long dropped() {
    return dropped;
  }
}
