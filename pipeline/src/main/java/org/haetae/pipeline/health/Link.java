package org.haetae.pipeline.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.health.CameraState;

/**
 * What is wrong with the way from the camera to here. Guarded by its camera's lock, but for the two
 * times that come with every packet.
 */
final class Link {
  private enum Phase {
    CONNECTING,
    REFUSED,
    OPEN
  }

  private final HealthSettings settings;
  private Phase phase = Phase.CONNECTING;
  private String reason = "connecting for the first time";
  private Instant since;
  private Instant openedAt = Instant.MAX;
  private volatile Instant lastPacket = Instant.MIN;
  private volatile Instant lastPicture = Instant.MIN;

  Link(HealthSettings settings, Instant start) {
    this.settings = settings;
    since = start;
  }

  /** A refused password stays refused until the camera opens, whatever is tried meanwhile. */
  void connecting(Instant at) {
    if (phase == Phase.OPEN) {
      change(Phase.CONNECTING, "connecting again", at);
    }
  }

  void failed(boolean passwordRefused, String why, Instant at) {
    change(passwordRefused ? Phase.REFUSED : Phase.CONNECTING, why, at);
  }

  void opened(Instant at) {
    change(Phase.OPEN, "open, but no picture yet", at);
    openedAt = at;
    lastPacket = at;
  }

  private void change(Phase next, String why, Instant at) {
    boolean wasOpen = phase == Phase.OPEN;
    if (wasOpen || (phase != next && next != Phase.OPEN)) {
      since = at;
    }
    phase = next;
    reason = why;
  }

  void packet(Instant at) {
    lastPacket = at;
  }

  void picture(Instant at) {
    lastPicture = at;
  }

  /** A clock that was set back must not make old times look fresh for long. */
  void notAfter(Instant now) {
    if (lastPacket.isAfter(now)) {
      lastPacket = now;
    }
    if (lastPicture.isAfter(now)) {
      lastPicture = now;
    }
    if (phase == Phase.OPEN && openedAt.isAfter(now)) {
      openedAt = now;
    }
  }

  Optional<HealthReport> problem(Instant now) {
    return switch (phase) {
      case REFUSED -> problem(CameraState.PASSWORD_REFUSED, reason, since);
      case CONNECTING -> problem(CameraState.CONNECTING, reason, since);
      case OPEN -> open(now);
    };
  }

  private Optional<HealthReport> open(Instant now) {
    Instant packet = lastPacket;
    Instant picture = lastPicture;
    boolean pictured = !picture.isBefore(openedAt);
    Instant seen = pictured ? picture : openedAt;
    if (isOver(packet, settings.noPacket(), now)) {
      return problem(CameraState.STALLED, "nothing arrives from the network", packet);
    }
    if (isOver(seen, settings.noPicture(), now)) {
      return problem(
          CameraState.STALLED, "data arrives, but no picture in it can be decoded", seen);
    }
    return pictured ? Optional.empty() : problem(CameraState.CONNECTING, reason, since);
  }

  private static boolean isOver(Instant last, Duration limit, Instant now) {
    return now.isAfter(last.plus(limit));
  }

  private static Optional<HealthReport> problem(CameraState state, String why, Instant since) {
    return Optional.of(new HealthReport(state, why, since));
  }
}
