package org.haetae.pipeline.flow;

import java.time.Duration;
import java.time.Instant;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.StreamWatch;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.SceneMeter;
import org.haetae.pipeline.metrics.CameraMeters;

/**
 * What is known of one camera's stream goes through here to its health and its meters; what its
 * analysis wants comes back. Its grabber calls {@link StreamWatch}'s methods and those of the
 * connection, its shard those of the analysis.
 */
final class CameraWatch implements StreamWatch, AutoCloseable {
  /** A second between readings of the scene tells more than pictures that follow each other. */
  private static final Duration READING_INTERVAL = Duration.ofSeconds(1);

  private final CameraId camera;
  private final FullRate fullRate;
  private final CameraMeters meters;
  private final CameraHealth health;
  private final CameraFit fit;
  private final SceneMeter scene = new SceneMeter();
  private int width;
  private int height;
  private int faceWidth;
  private Instant nextReading = Instant.MIN;
  private volatile boolean wantsEveryPicture;

  CameraWatch(
      CameraId camera, FullRate fullRate, CameraMeters meters, CameraHealth health, CameraFit fit) {
    this.camera = camera;
    this.fullRate = fullRate;
    this.meters = meters;
    this.health = health;
    this.fit = fit;
  }

  /** The stream is being opened. */
  void connecting(Instant at) {
    width = 0;
    height = 0;
    health.connecting(at);
  }

  /** The stream can't be opened or broke off. */
  void failed(CaptureException reason, Instant at) {
    meters.up(false);
    boolean password = reason.failure() == CaptureFailure.PASSWORD_REFUSED;
    health.failed(password, String.valueOf(reason.getMessage()), at);
  }

  /** No picture follows. */
  void ended(Instant at) {
    meters.up(false);
    health.failed(false, "its recording has ended", at);
  }

  /** A picture was made, of whatever source. */
  void picture(Frame frame, Instant at) {
    Frame always = frame.always();
    if (always.width() != width || always.height() != height) {
      width = always.width();
      height = always.height();
      meters.up(true);
      health.opened(width, height, at);
    }
    if (frame.width() != faceWidth) {
      faceWidth = frame.width();
      fit.pictures(faceWidth);
    }
    health.packet(at);
    health.picture(frame.capturedAt().isBefore(at) ? frame.capturedAt() : at);
  }

  /**
   * A picture was analysed.
   *
   * @param active whether something moved in it or somebody is followed
   */
  void analysed(Frame frame, boolean active, Instant at) {
    wantsEveryPicture = active;
    if (!frame.capturedAt().isBefore(nextReading)) {
      nextReading = frame.capturedAt().plus(READING_INTERVAL);
      health.reading(scene.read(frame.always()), at);
    }
  }

  /** Asked at each packet, so that an idle camera wakes at once, with the seconds before. */
  @Override
  public boolean wantsEveryPicture() {
    return wantsEveryPicture || fullRate.holds(camera);
  }

  @Override
  public void packet(Instant at) {
    health.packet(at);
  }

  @Override
  public void damaged() {
    meters.damaged();
  }

  @Override
  public void clockError(Duration ahead, Instant at) {
    meters.clockError(ahead);
    health.clockError(ahead, at);
  }

  @Override
  public void decoding(boolean everyPicture) {
    meters.decodesEveryPicture(everyPicture);
  }

  /** Frees the memory of the readings; when no thread calls any more. */
  @Override
  public void close() {
    scene.close();
  }
}
