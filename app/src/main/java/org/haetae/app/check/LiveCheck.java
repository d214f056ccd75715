package org.haetae.app.check;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.app.Eyes;
import org.haetae.app.LiveOpeners;
import org.haetae.app.config.Site;
import org.haetae.app.config.Site.Pictures;
import org.haetae.app.config.Site.SiteCamera;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.WatchlistSnapshot;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.detect.DetectionSettings;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.flow.CameraFeed;
import org.haetae.pipeline.flow.FrameTap;
import org.haetae.pipeline.flow.Pipeline;
import org.haetae.pipeline.flow.Playback;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthReport;
import org.haetae.pipeline.health.HealthSettings;
import org.haetae.pipeline.health.PictureSize;
import org.haetae.pipeline.match.GalleryKeeper;
import org.haetae.pipeline.metrics.PipelineMeters;
import org.haetae.pipeline.sighting.AnalysisSettings;

/**
 * Looks at all cameras of a site at once, through the very pipeline that would watch them, but with
 * nobody to look for: no face is compared with anything. Started once, ended once.
 */
public final class LiveCheck implements AutoCloseable {
  /** Least seconds between two detector passes: heights need no more. */
  private static final double TURN_SECONDS = 0.2;

  private final InstantSource clock;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final DecodingDevice device = DecodingDevice.best();
  private final LiveOpeners openers;
  private final List<Subject> subjects;
  private final Pipeline pipeline;
  private boolean closed;

  /** Builds everything; connects to nothing. */
  public LiveCheck(Site site, Eyes eyes, InstantSource clock) {
    this.clock = clock;
    openers = new LiveOpeners(device, clock);
    subjects = site.cameras().stream().map(camera -> subject(camera, site)).toList();
    List<Camera> cameras = site.cameras().stream().map(SiteCamera::camera).toList();
    pipeline =
        new Pipeline(
            subjects.stream().map(this::feed).toList(),
            site.shards(),
            eyes::instruments,
            atLowRate(site.analysis()),
            new GalleryKeeper(WatchlistSnapshot::empty, cameras, eyes.model(), clock),
            (sighting, book) -> {},
            FrameTap.none(),
            new PipelineMeters(registry, clock),
            clock);
  }

  private static AnalysisSettings atLowRate(AnalysisSettings settings) {
    DetectionSettings detection = settings.detection();
    return new AnalysisSettings(
        new DetectionSettings(
            detection.smallestFace(),
            Math.max(TURN_SECONDS, detection.turnSeconds()),
            detection.fullPassSeconds(),
            detection.idleFullPassSeconds()),
        settings.looks(),
        settings.evidence());
  }

  private Subject subject(SiteCamera camera, Site site) {
    Optional<PictureSize> size =
        camera.pictures() instanceof Pictures.Live live ? live.size() : Optional.empty();
    Camera known = camera.camera();
    return new Subject(
        camera,
        size,
        new StreamGauge(),
        new CameraHealth(
            known.id(), size, HealthSettings.defaults(), clock.instant(), change -> {}),
        new CameraFit(known.id(), known.fieldOfView(), site.needs()));
  }

  private CameraFeed feed(Subject subject) {
    FrameSourceOpener opener =
        switch (subject.camera().pictures()) {
          case Pictures.Recording recording -> watch -> FileSource.open(recording.file(), watch);
          case Pictures.Live live -> openers.of(subject.camera().camera().id(), live);
        };
    Playback playback =
        switch (subject.camera().pictures()) {
          case Pictures.Recording _ -> new Playback(true, true);
          case Pictures.Live _ -> Playback.live();
        };
    return new CameraFeed(
        subject.camera().camera().id(),
        new GaugedOpener(opener, subject.gauge()),
        playback,
        subject.health(),
        subject.fit(),
        start -> {});
  }

  public void start() {
    pipeline.start();
  }

  /** How many cameras give pictures now, well or not. */
  public long giving() {
    return subjects.stream().filter(subject -> subject.health().state().showsThePresent()).count();
  }

  /** Ends the look; faces that are still in view count as they are. In the file's order. */
  public List<Finding> end() {
    Instant now = clock.instant();
    List<HealthReport> reports = new ArrayList<>();
    for (Subject subject : subjects) {
      subject.health().tick(now);
      reports.add(subject.health().report());
    }
    close();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      findings.add(finding(subjects.get(i), reports.get(i)));
    }
    return findings;
  }

  private static Finding finding(Subject subject, HealthReport health) {
    StreamGauge gauge = subject.gauge();
    if (gauge.info().isEmpty()) {
      return new Finding.Unreachable(
          subject.camera().camera().id(),
          gauge.failure().orElse("no picture came before the look ended"));
    }
    return new Finding.Reached(
        subject.camera().camera().id(),
        gauge.info().get(),
        gauge.looks().orElseThrow(),
        subject.wanted(),
        gauge.picturesPerSecond(),
        gauge.keyFrameSeconds(),
        gauge.clockAhead(),
        health,
        subject.fit().report());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      pipeline.close();
      device.close();
      registry.close();
    }
  }

  /** A camera and everything that is found out about it. */
  private record Subject(
      SiteCamera camera,
      Optional<PictureSize> wanted,
      StreamGauge gauge,
      CameraHealth health,
      CameraFit fit) {}
}
