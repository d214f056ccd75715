package org.haetae.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.VideoInfo;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.health.HealthReport;
import org.haetae.pipeline.health.PictureSize;
import org.junit.jupiter.api.Test;

class FindingLineTest {
  private static final CameraId DOOR = new CameraId("door");

  private final FindingLine line = new FindingLine(FitNeeds.standard());
  private final CameraFit fit = new CameraFit(DOOR, 50, FitNeeds.standard());

  private Finding reached(CameraState state, String reason) {
    return reached(state, reason, new PictureSize(1280, 720));
  }

  private Finding reached(CameraState state, String reason, PictureSize looks) {
    return new Finding.Reached(
        DOOR,
        new VideoInfo(1280, 720, 0, 0, "h264"),
        looks,
        Optional.of(new PictureSize(1280, 720)),
        15,
        Double.NaN,
        Optional.of(Duration.ofMillis(-1500)),
        new HealthReport(state, reason, Instant.EPOCH),
        fit.report());
  }

  @Test
  void whatIsUnknownIsSaid() {
    fit.pictures(1280);
    Finding finding = reached(CameraState.LIVE, "pictures arrive");
    assertFalse(finding.isGap());
    assertTrue(finding.isUnknown());
    assertEquals(
        "door           can't tell yet   h264 1280x720 as configured, 15.0 pictures/s, one key"
            + " frame only; clock 1.5 s behind; picture fine; no face seen (needed 80); lens 274"
            + " px/m at 5 m (needed 250)",
        line.of(finding));
  }

  @Test
  void aLargerStreamBesideIsSaid() {
    Finding finding = reached(CameraState.LIVE, "well", new PictureSize(2560, 1440));
    assertTrue(line.of(finding).contains("1280x720 as configured, faces at 2560x1440, 15.0"));
  }

  @Test
  void aDarkCameraRecognisesNobodyHoweverNear() {
    fit.pictures(1280);
    fit.passed(120, 1280);
    assertFalse(reached(CameraState.CLOCK_WRONG, "the clock is off").isGap());
    Finding dark = reached(CameraState.BLACK, "the picture is dark");
    assertTrue(dark.isGap());
    assertFalse(dark.isUnknown());
    assertTrue(line.of(dark).contains("CAN'T RECOGNISE"));
    assertTrue(line.of(dark).contains("black or covered: the picture is dark; 1 face of 120 px"));
  }

  @Test
  void aCameraThatGivesNothingHasAReason() {
    Finding gone = new Finding.Unreachable(DOOR, "it doesn't answer within 3.0 s");
    assertTrue(gone.isGap());
    assertEquals("door           NOT REACHABLE    it doesn't answer within 3.0 s", line.of(gone));
  }
}
