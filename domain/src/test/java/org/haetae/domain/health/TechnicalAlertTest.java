package org.haetae.domain.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.junit.jupiter.api.Test;

class TechnicalAlertTest {
  private static final CameraId CAMERA = new CameraId("door");

  @Test
  void aLiveCameraIsNoAlert() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TechnicalAlert(
                CAMERA, new PlaceId("home"), CameraState.LIVE, "well", Instant.EPOCH));
  }

  @Test
  void aChangeLeadsSomewhereElse() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new HealthChange(CAMERA, CameraState.BLACK, CameraState.BLACK, "dark", Instant.EPOCH));
  }

  @Test
  void aPictureIsShownOnlyWhereItIsThePresent() {
    assertEquals(
        EnumSet.of(
            CameraState.CONNECTING,
            CameraState.STALLED,
            CameraState.FROZEN,
            CameraState.PASSWORD_REFUSED),
        Arrays.stream(CameraState.values())
            .filter(state -> !state.showsThePresent())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(CameraState.class))));
  }

  @Test
  void everyStateHasWordsOfItsOwn() {
    assertEquals(
        CameraState.values().length,
        Arrays.stream(CameraState.values()).map(CameraState::words).distinct().count());
    assertTrue(Arrays.stream(CameraState.values()).noneMatch(state -> state.words().isBlank()));
    assertFalse(CameraState.LIVE.words().contains("no"));
  }
}
