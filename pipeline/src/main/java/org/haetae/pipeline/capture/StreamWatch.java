package org.haetae.pipeline.capture;

import java.time.Duration;
import java.time.Instant;

/**
 * Whom a camera's source tells what it receives, and asks how much of it is wanted. Called on the
 * grabber's thread, several times a picture: must neither block nor throw.
 */
public interface StreamWatch {

  /** Data of the stream arrived. */
  void packet(Instant at);

  /**
   * A coded picture arrived, in the order of decoding.
   *
   * @param seconds at which it is shown, on the stream's own clock, from any beginning; pictures
   *     that are shown in another order than decoded go back a little, and the clock may jump
   */
  default void coded(double seconds, boolean keyFrame) {}

  /** A picture was damaged on its way and is not handed on. */
  void damaged();

  /**
   * By how much the camera's wall clock is ahead of ours, where it tells its own; network delay
   * included.
   */
  void clockError(Duration ahead, Instant at);

  /** Whether each picture is decoded from now on, or only key frames. */
  void decoding(boolean everyPicture);

  /** Whether the analysis wants every picture: something moves or somebody is followed. */
  boolean wantsEveryPicture();

  /** Whether key frames are to be decoded while not every picture is. */
  default boolean wantsKeyFrames() {
    return true;
  }

  /** For recordings, of which every picture is wanted and nothing needs watching. */
  static StreamWatch nobody() {
    return Nobody.INSTANCE;
  }

  /** Wants every picture. */
  enum Nobody implements StreamWatch {
    INSTANCE;

    @Override
    public void packet(Instant at) {}

    @Override
    public void damaged() {}

    @Override
    public void clockError(Duration ahead, Instant at) {}

    @Override
    public void decoding(boolean everyPicture) {}

    @Override
    public boolean wantsEveryPicture() {
      return true;
    }
  }
}
