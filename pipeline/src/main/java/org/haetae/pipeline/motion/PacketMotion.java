package org.haetae.pipeline.motion;

/**
 * Motion as the camera's own encoder saw it: what moves can't be predicted from the picture before
 * and costs bytes. Compares the size of each predicted picture with the usual one, so that nothing
 * needs decoding. One camera's; one thread at a time.
 */
public final class PacketMotion {
  /** So many pictures after a key frame an encoder is busy with the key frame's own blur. */
  private static final int SETTLING = 8;

  /** So many settled pictures are looked at before one is called unusual. */
  private static final int WARM_UP = 8;

  /** Usual deviations above the usual size at which a picture is unusual. */
  private static final double DEVIATIONS = 5;

  /** An encoder's rate control alone moves sizes by nearly this share. */
  private static final double FLOOR_SHARE = 0.1;

  /** Encoders that spend hardly anything on a still scene vary by as much. */
  private static final double FLOOR_BYTES = 64;

  private static final double FOLLOW = 1.0 / 24;

  /** Unusual sizes become usual slowly, so that snow that lasts is no motion for ever. */
  private static final double FOLLOW_UNUSUAL = 1.0 / 128;

  private double usual;
  private double deviation;
  private int sinceKeyFrame;
  private int seen;

  /** The next picture is a key frame, whose size says nothing. */
  public void keyFrame() {
    sinceKeyFrame = 0;
  }

  /**
   * Takes in the next predicted picture.
   *
   * @param bytes its size, above 0
   * @return whether it is unusually large
   */
  public boolean moves(int bytes) {
    if (++sinceKeyFrame <= SETTLING) {
      return false;
    }
    if (seen < WARM_UP) {
      seen++;
      usual += (bytes - usual) / seen;
      deviation = Math.max(deviation, Math.abs(bytes - usual) / 2);
      return false;
    }
    double floor = Math.max(FLOOR_BYTES, FLOOR_SHARE * usual);
    boolean unusual = bytes > usual + Math.max(floor, DEVIATIONS * deviation);
    double follow = unusual ? FOLLOW_UNUSUAL : FOLLOW;
    deviation += (Math.abs(bytes - usual) - deviation) * follow;
    usual += (bytes - usual) * follow;
    return unusual;
  }
}
