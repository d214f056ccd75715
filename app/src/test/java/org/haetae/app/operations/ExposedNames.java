package org.haetae.app.operations;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haetae.app.config.CaseworkSettings;
import org.haetae.app.metrics.IncidentMeters;
import org.haetae.casework.clock.ForwardClock;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.desk.AlertIntake;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;
import org.haetae.pipeline.metrics.PipelineMeters;

/** The names that a scrape shows once everything has been counted once. */
final class ExposedNames {
  private static final CameraId CAMERA = new CameraId("door");
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private ExposedNames() {}

  /**
   * @param folder for a database of its own
   */
  static Set<String> of(Path folder) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    PipelineMeters meters = new PipelineMeters(registry, CLOCK);
    pipeline(meters);
    try (Store store = Store.open(new Database.Sqlite(folder.resolve("names.db")))) {
      IncidentMeters incidents = new IncidentMeters(registry);
      CaseworkSettings settings = CaseworkSettings.standard();
      ForwardClock clock = new ForwardClock(CLOCK, () -> 0L, Instant.EPOCH);
      IncidentDesk desk =
          new IncidentDesk(store, settings.escalation(), settings.dispatch(), clock, () -> {});
      incidents.watch(desk, new AlertIntake(desk::take, incidents::refused), clock);
      incidents.acknowledged(Duration.ofSeconds(1));
      incidents.failed(
          new Parcel(
              1, "station", new Notice.Canary(new UUID(0, 1), Instant.EPOCH), Instant.EPOCH, 0),
          DeliveryException.channel("refused"));
      return names(registry.scrape());
    }
  }

  private static void pipeline(PipelineMeters meters) {
    CameraHealth health =
        new CameraHealth(
            CAMERA, Optional.empty(), HealthSettings.defaults(), Instant.EPOCH, _ -> {});
    var _ = meters.camera(CAMERA);
    meters.decoding(DecodingDevice.Kind.NVDEC);
    meters.health().watch(health);
    meters.health().alerts(List::of);
    meters.fit().watch(new CameraFit(CAMERA, 50, FitNeeds.standard()));
    meters.delivered(CAMERA, Instant.EPOCH);
  }

  /** The names of the samples, which are what a query can ask for. */
  private static Set<String> names(String scrape) {
    return scrape
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
