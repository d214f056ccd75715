package org.haetae.pipeline.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.HealthChange;
import org.haetae.domain.id.CameraId;
import org.jspecify.annotations.Nullable;

/**
 * How one camera fares: a state machine that its grabber, its lane and a watch feed. Safe for many
 * threads. All times must come from one clock; {@link #packet} and {@link #picture} take no lock
 * while the camera is well.
 *
 * <p>Of several faults the gravest is the state: no connection or no pictures, frozen, black, wrong
 * resolution, moved, out of focus, clock.
 */
public final class CameraHealth {
  private final CameraId camera;
  private final Optional<PictureSize> expected;
  private final HealthSettings settings;
  private final Consumer<HealthChange> listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Link link;
  private final Scene scene;
  private @Nullable PictureSize size;
  private Instant sizeSince = Instant.EPOCH;
  private Duration clockError = Duration.ZERO;
  private Instant clockSince = Instant.EPOCH;
  private volatile boolean clockWrong;
  private volatile HealthReport report;

  /**
   * A camera that is not connected yet.
   *
   * @param expected the size that its pictures should have; empty where any will do
   * @param start when it is asked for first
   * @param listener is told of every change, in order, under the camera's lock: it must return
   *     quickly and not call back
   */
  public CameraHealth(
      CameraId camera,
      Optional<PictureSize> expected,
      HealthSettings settings,
      Instant start,
      Consumer<HealthChange> listener) {
    this.camera = camera;
    this.expected = expected;
    this.settings = settings;
    this.listener = listener;
    link = new Link(settings, start);
    scene = new Scene(settings);
    report = link.problem(start).orElseThrow();
  }

  public CameraId camera() {
    return camera;
  }

  /** An attempt to connect begins; an open stream is no longer open. */
  public void connecting(Instant at) {
    change(at, () -> link.connecting(at));
  }

  /**
   * An attempt failed, or an open stream broke off.
   *
   * @param reason one plain clause without any secret; operators read it
   */
  public void failed(boolean passwordRefused, String reason, Instant at) {
    change(at, () -> link.failed(passwordRefused, reason, at));
  }

  /** The stream is open and says that its pictures have that size. */
  public void opened(int width, int height, Instant at) {
    change(
        at,
        () -> {
          link.opened(at);
          clockWrong = false;
          resize(new PictureSize(width, height), at);
        });
  }

  /** Something arrived from the network. */
  public void packet(Instant at) {
    link.packet(at);
    if (report.state() == CameraState.STALLED) {
      change(at, () -> {});
    }
  }

  /** A picture could be decoded. */
  public void picture(Instant at) {
    link.picture(at);
    CameraState state = report.state();
    if (state == CameraState.STALLED || state == CameraState.CONNECTING) {
      change(at, () -> {});
    }
  }

  /** What the newest picture showed. */
  public void reading(SceneReading reading, Instant at) {
    change(
        at,
        () -> {
          resize(reading.size(), at);
          scene.take(reading, at);
        });
  }

  /**
   * What the camera's clock showed.
   *
   * @param error its time (RTCP sender report, RFC 3550 section 6.4.1) less ours
   */
  public void clockError(Duration error, Instant at) {
    if (!clockWrong && error.abs().compareTo(settings.clockWrong()) <= 0) {
      return; // Right as ever: told with each picture, and nothing to judge anew.
    }
    change(
        at,
        () -> {
          clockError = error;
          Duration limit = clockWrong ? settings.clockRight() : settings.clockWrong();
          boolean wrong = error.abs().compareTo(limit) > 0;
          if (wrong && !clockWrong) {
            clockSince = at;
          }
          clockWrong = wrong;
        });
  }

  /** Time passes; to be called several times a second. */
  public void tick(Instant now) {
    change(now, () -> link.notAfter(now));
  }

  /** What the camera sees from now on is what it should see. */
  public void accept(Instant at) {
    change(at, scene::accept);
  }

  /** State, reason and beginning, all of one moment. */
  public HealthReport report() {
    return report;
  }

  public CameraState state() {
    return report.state();
  }

  public String reason() {
    return report.reason();
  }

  public Instant since() {
    return report.since();
  }

  private void resize(PictureSize next, Instant at) {
    if (!next.equals(size)) {
      size = next;
      sizeSince = at;
    }
  }

  private void change(Instant at, Runnable event) {
    lock.lock();
    try {
      event.run();
      HealthReport before = report;
      HealthReport after =
          link.problem(at)
              .or(scene::frozen)
              .or(scene::black)
              .or(this::wrongSize)
              .or(scene::moved)
              .or(scene::blurred)
              .or(this::wrongClock)
              .orElseGet(() -> live(before, at));
      report = after;
      if (after.state() != before.state()) {
        listener.accept(
            new HealthChange(camera, before.state(), after.state(), after.reason(), at));
      }
    } finally {
      lock.unlock();
    }
  }

  private static HealthReport live(HealthReport before, Instant at) {
    return before.state() == CameraState.LIVE
        ? before
        : new HealthReport(CameraState.LIVE, "pictures arrive", at);
  }

  private Optional<HealthReport> wrongSize() {
    return expected
        .filter(wanted -> size != null && !wanted.equals(size))
        .map(
            wanted ->
                new HealthReport(
                    CameraState.WRONG_RESOLUTION,
                    "pictures are %s instead of %s".formatted(size, wanted),
                    sizeSince));
  }

  private Optional<HealthReport> wrongClock() {
    return clockWrong
        ? Optional.of(
            new HealthReport(
                CameraState.CLOCK_WRONG,
                String.format(
                    Locale.ROOT,
                    "the camera's clock is %.1f s %s",
                    clockError.abs().toNanos() / 1e9,
                    clockError.isNegative() ? "behind" : "ahead"),
                clockSince))
        : Optional.empty();
  }
}
