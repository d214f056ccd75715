package org.haetae.pipeline.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.TechnicalAlertEvent;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.junit.jupiter.api.Test;

class TechnicalAlertRuleTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final TechnicalAlertRule rule =
      new TechnicalAlertRule(new CameraId("door"), new PlaceId("home"), HealthSettings.defaults());

  private Optional<TechnicalAlertEvent> at(double seconds, CameraState state, double since) {
    return rule.update(new HealthReport(state, state.words(), time(since)), time(seconds));
  }

  private static Instant time(double seconds) {
    return START.plusMillis(Math.round(seconds * 1000));
  }

  @Test
  void aCameraThatNeverComesUpIsAnAlert() {
    assertTrue(at(7.9, CameraState.CONNECTING, 0).isEmpty());
    assertInstanceOf(
        TechnicalAlertEvent.Raised.class, at(8, CameraState.CONNECTING, 0).orElseThrow());
  }

  @Test
  void graceCountsFromWhenTheTroubleBegan() {
    at(0, CameraState.LIVE, 0);
    assertTrue(at(13, CameraState.STALLED, 10).isEmpty());
    assertTrue(at(14, CameraState.CONNECTING, 14).isEmpty());
    TechnicalAlertEvent raised = at(15, CameraState.CONNECTING, 14).orElseThrow();
    assertEquals(time(10), raised.alert().since());
    assertEquals(CameraState.CONNECTING, raised.alert().state());
  }

  @Test
  void anOpenAlertFollowsTheStateAndEndsAfterTwoSecondsOfHealth() {
    at(0, CameraState.LIVE, 0);
    at(10, CameraState.STALLED, 5);
    assertTrue(at(11, CameraState.PASSWORD_REFUSED, 11).isEmpty());
    assertEquals(CameraState.PASSWORD_REFUSED, rule.open().orElseThrow().state());
    assertTrue(at(13.9, CameraState.LIVE, 12).isEmpty());
    assertInstanceOf(TechnicalAlertEvent.Cleared.class, at(14, CameraState.LIVE, 12).orElseThrow());
    assertTrue(rule.open().isEmpty());
  }

  @Test
  void aCameraThatComesAndGoesIsAnAlertToo() {
    at(0, CameraState.LIVE, 0);
    assertTrue(at(10, CameraState.STALLED, 8).isEmpty());
    assertTrue(at(11, CameraState.LIVE, 11).isEmpty());
    assertTrue(at(13.5, CameraState.STALLED, 12).isPresent());
  }
}
