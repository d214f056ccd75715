package org.haetae.pipeline.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.domain.id.CameraId;
import org.junit.jupiter.api.Test;

class CameraFitTest {
  private final CameraFit fit = new CameraFit(new CameraId("door"), 50, FitNeeds.standard());

  @Test
  void theLensIsKnownWithTheFirstPicture() {
    assertEquals(Double.NaN, fit.report().byLens());
    fit.pictures(1280);
    assertEquals(274.5, fit.report().byLens(), 0.1);
    assertFalse(fit.report().isGap());
    fit.pictures(640);
    assertTrue(fit.report().isGap());
  }

  @Test
  void passersByAreSummedUp() {
    fit.pictures(1280);
    fit.passed(38, 1280);
    fit.passed(95, 1280);
    FitReport report = fit.report();
    assertEquals(2, report.tracks());
    assertEquals(38, report.median());
    assertEquals(95, report.best());
    assertEquals(200, report.pixelsPerMetre(), 1e-9);
    assertTrue(report.verdict() instanceof FitVerdict.Fits);
  }

  @Test
  void anotherSizeBeginsAnew() {
    fit.pictures(1280);
    fit.passed(95, 1280);
    fit.pictures(1280);
    assertEquals(1, fit.report().tracks());
    fit.pictures(640);
    assertEquals(0, fit.report().tracks());
    fit.passed(95, 1280);
    assertEquals(0, fit.report().tracks());
  }
}
