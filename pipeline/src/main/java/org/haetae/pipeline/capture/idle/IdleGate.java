package org.haetae.pipeline.capture.idle;

import org.haetae.pipeline.motion.PacketMotion;

/**
 * Decides packet by packet between decoding everything and key frames only. A stream begins awake
 * for a first look; it falls asleep at a key frame when nobody has wanted every picture for {@link
 * #CALM_SECONDS}, and wakes when a picture costs unusually many bytes, when a key frame shows
 * another scene, when the analysis wants more, or when key frames fail to come. Pure; one stream's,
 * one thread.
 */
public final class IdleGate {
  /** So long nothing must have happened. */
  static final double CALM_SECONDS = 5;

  /**
   * Enough to tell whether anything moves. Cameras that all begin together, as after a power cut,
   * cost little until it is over only when it is short.
   */
  static final double FIRST_LOOK_SECONDS = 1;

  /** Key frames further apart than this leave a camera blind for too long. */
  static final double LONGEST_SLEEP_SECONDS = 6;

  /** What may be kept of one group; a 4K camera's 6 s at 8 Mbit/s are 6 MB. */
  static final long MOST_BYTES = 12L << 20;

  private final PacketMotion sizes = new PacketMotion();
  private boolean awake = true;
  private double lastEvent = Double.NaN;
  private double lastKeyFrame;
  private long keptBytes;

  /** Whether every picture is being decoded. */
  public boolean awake() {
    return awake;
  }

  /**
   * What to do with the next packet.
   *
   * @param bytes its size
   * @param seconds its time, never before that of the last one
   * @param wanted whether the analysis wants every picture
   */
  public Step next(boolean keyFrame, int bytes, double seconds, boolean wanted) {
    boolean unusual = unusual(keyFrame, bytes);
    if (wanted || unusual) {
      lastEvent = seconds;
    } else if (Double.isNaN(lastEvent)) {
      lastEvent = seconds - CALM_SECONDS + FIRST_LOOK_SECONDS;
    }
    if (keyFrame) {
      lastKeyFrame = seconds;
      keptBytes = 0;
    }
    if (awake) {
      if (!keyFrame || seconds - lastEvent < CALM_SECONDS) {
        return Step.DECODE;
      }
      awake = false;
    }
    keptBytes += bytes;
    if (keyFrame && !wanted) {
      return Step.GLANCE;
    }
    boolean overdue = seconds - lastKeyFrame > LONGEST_SLEEP_SECONDS || keptBytes > MOST_BYTES;
    if (wanted || unusual || overdue) {
      wake(seconds);
      return Step.WAKE;
    }
    return Step.KEEP;
  }

  private boolean unusual(boolean keyFrame, int bytes) {
    if (keyFrame) {
      sizes.keyFrame();
      return false;
    }
    return sizes.moves(bytes);
  }

  /** Something else made every picture worth decoding, at that time. */
  public void wake(double seconds) {
    awake = true;
    lastEvent = seconds;
  }
}
