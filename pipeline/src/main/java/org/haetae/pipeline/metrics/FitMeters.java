package org.haetae.pipeline.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitReport;
import org.haetae.pipeline.fit.FitVerdict;

/** How fit the cameras are to recognise people, in numbers. Safe for many threads. */
public final class FitMeters {
  private final MeterRegistry registry;

  FitMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Shows a camera's fitness from now on; NaN is what can't be told yet. */
  public void watch(CameraFit fit) {
    height(fit, "0.5", FitReport::median);
    height(fit, "0.9", FitReport::best);
    gauge(fit, "haetae.camera.pixels.per.metre", FitReport::pixelsPerMetre)
        .description(
            "Pixels per metre where the median passer-by was nearest, as the face's height shows")
        .register(registry);
    gauge(fit, "haetae.camera.fit", report -> fitness(report.verdict()))
        .description("1 where the camera can recognise people, 0 where it can't: a cover gap")
        .register(registry);
  }

  private void height(CameraFit fit, String quantile, ToDoubleFunction<FitReport> value) {
    gauge(fit, "haetae.camera.face.height", value)
        .description("Quantiles of the largest face height of each passer-by")
        .baseUnit("pixels")
        .tag("quantile", quantile)
        .register(registry);
  }

  private static Gauge.Builder<CameraFit> gauge(
      CameraFit fit, String name, ToDoubleFunction<FitReport> value) {
    return Gauge.builder(name, fit, now -> value.applyAsDouble(now.report()))
        .tag("camera", fit.camera().value())
        .strongReference(true);
  }

  private static double fitness(FitVerdict verdict) {
    return switch (verdict) {
      case FitVerdict.Fits _ -> 1;
      case FitVerdict.CannotRecognise _ -> 0;
      case FitVerdict.TooFew _ -> Double.NaN;
    };
  }
}
