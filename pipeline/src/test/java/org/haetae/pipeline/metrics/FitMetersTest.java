package org.haetae.pipeline.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitNeeds;
import org.junit.jupiter.api.Test;

class FitMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CameraFit fit = new CameraFit(new CameraId("door"), 50, FitNeeds.standard());

  FitMetersTest() {
    new PipelineMeters(registry, InstantSource.system()).fit().watch(fit);
  }

  /** Median and best height, pixels per metre, fitness. */
  private void shows(double median, double best, double density, double fitness) {
    assertEquals(
        List.of(median, best, density, fitness),
        List.of(
            registry.get("haetae.camera.face.height").tag("quantile", "0.5").gauge().value(),
            registry.get("haetae.camera.face.height").tag("quantile", "0.9").gauge().value(),
            registry.get("haetae.camera.pixels.per.metre").gauge().value(),
            registry.get("haetae.camera.fit").gauge().value()));
  }

  @Test
  void nothingIsClaimedBeforeAnybodyPassed() {
    fit.pictures(1280);
    shows(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void smallFacesMakeAGapUntilALargeOneComes() {
    fit.pictures(640);
    fit.passed(38, 640);
    shows(38, 38, 200, 0);
    fit.passed(95, 640);
    shows(38, 95, 200, 1);
  }

  @Test
  void noLabelNamesMoreThanACameraAndAQuantile() {
    assertEquals(
        Set.of("camera", "quantile"),
        registry.getMeters().stream()
            .filter(meter -> meter.getId().getName().startsWith("haetae.camera."))
            .flatMap(meter -> meter.getId().getTags().stream().map(Tag::getKey))
            .collect(Collectors.toSet()));
  }
}
