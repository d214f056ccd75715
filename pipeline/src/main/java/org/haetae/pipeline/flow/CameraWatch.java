package org.haetae.pipeline.flow;

import java.time.Duration;
import java.time.Instant;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.metrics.CameraMeters;

/**
 * What is known of one camera's stream goes through here to its meters; what its analysis wants
 * comes back. Its grabber and its shard call it.
 */
final class CameraWatch implements StreamWatch {
  private final CameraMeters meters;
  private volatile boolean wantsEveryPicture = true;

  CameraWatch(CameraMeters meters) {
    this.meters = meters;
  }

  /** The stream is being opened. */
  void connecting(Instant at) {}

  /** The stream is open. */
  void opened() {
    meters.up(true);
  }

  /** The stream can't be opened or broke off. */
  void failed(CaptureException reason, Instant at) {
    meters.up(false);
  }

  /** The stream came to its end, or the grabber did. */
  void ended() {
    meters.up(false);
  }

  /** Whether something moved or somebody was followed in the frame that was analysed last. */
  void active(boolean active) {
    wantsEveryPicture = active;
  }

  @Override
  public boolean wantsEveryPicture() {
    return wantsEveryPicture;
  }

  @Override
  public void packet(Instant at) {}

  @Override
  public void picture(int width, int height, Instant at) {}

  @Override
  public void damaged() {
    meters.damaged();
  }

  @Override
  public void clockError(Duration ahead, Instant at) {
    meters.clockError(ahead);
  }

  @Override
  public void decoding(boolean everyPicture) {
    meters.decodesEveryPicture(everyPicture);
  }
}
