package org.haetae.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.app.config.Site;
import org.haetae.app.config.Site.Pictures;
import org.haetae.app.config.Site.SiteCamera;
import org.haetae.app.evaluation.NumbersFile;
import org.haetae.app.live.CameraViews;
import org.haetae.app.live.HealthBoard;
import org.haetae.app.live.MachineServer;
import org.haetae.app.live.RunningSite;
import org.haetae.app.metrics.CoverMeters;
import org.haetae.app.metrics.IncidentMeters;
import org.haetae.app.metrics.WatchMeters;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.EmergencyAccess;
import org.haetae.casework.account.LockOut;
import org.haetae.casework.account.SessionRule;
import org.haetae.casework.account.argon2.Argon2Passwords;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.emergency.EmergencyHttp;
import org.haetae.casework.delivery.person.ReleaseGateway;
import org.haetae.casework.delivery.person.StepGateway;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.imports.Importer;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.NoticeDesk;
import org.haetae.casework.office.NoticeRound;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.RegistrationRound;
import org.haetae.casework.office.StepRound;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.sight.SightLog;
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.vault.SecretVault;
import org.haetae.casework.watchlist.Enroller;
import org.haetae.casework.watchlist.Enrolment;
import org.haetae.console.Console;
import org.haetae.console.Desks;
import org.haetae.console.Endpoint;
import org.haetae.console.site.AlertBoard;
import org.haetae.console.site.ConsoleChannel;
import org.haetae.console.site.RecordingErrors;
import org.haetae.console.site.UnfamiliarBoard;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.health.TechnicalAlertEvent;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.measure.MeasuredError;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.flow.CameraFeed;
import org.haetae.pipeline.flow.FullRate;
import org.haetae.pipeline.flow.Pipeline;
import org.haetae.pipeline.flow.Playback;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;
import org.haetae.pipeline.health.HealthWatch;
import org.haetae.pipeline.health.PictureSize;
import org.haetae.pipeline.match.GalleryBook;
import org.haetae.pipeline.match.GalleryKeeper;
import org.haetae.pipeline.metrics.PipelineMeters;
import org.haetae.pipeline.proximity.ProximityAssessor;
import org.haetae.pipeline.sighting.AnalysisListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running site: everything is wired here and nowhere else. Started once, closed once. */
public final class Haetae implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Haetae.class);
  private static final long GALLERY_REFRESH_MILLIS = 500;
  private static final Duration NOTICE_ROUND = Duration.ofSeconds(10);

  /** By then the cameras are open; nobody who walks up waits for what is done once an hour. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** Terms end with a day; what a fault has kept goes an hour later, not a day. */
  private static final Duration RETENTION_ROUND = Duration.ofHours(1);

  private static final Duration SIGHT_ROUND = Duration.ofSeconds(5);

  private static final Duration REGISTRATION_ROUND = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final PrometheusMeterRegistry registry;
  private final PipelineMeters meters;
  private final AlertBoard alerts = new AlertBoard();
  private final ConsoleChannel channel = new ConsoleChannel();
  private final AlertPath alertPath;
  private final OrderWatch orders;
  private final UnfamiliarBoard strangers;
  private final SightLog sight;
  private final RoundWatch sightWriter;
  private final CoverWatch cover;
  private final FullRate fullRate = new FullRate();
  private final WatchPath watches;
  private final InstantSource forward;
  private final CaseRecords records;
  private final Optional<RoundWatch> notices;
  private final Optional<RoundWatch> steps;
  private final Optional<RoundWatch> registrations;
  private final RoundWatch retention;
  private final MachineServer machines;
  private final AccountDesk accounts;
  private final Endpoint endpoint;
  private final Console console;
  private final DecodingDevice device = DecodingDevice.best();
  private final LiveOpeners openers;
  private final HealthWatch healthWatch;
  private final GalleryKeeper galleries;
  private final ProximityAssessor proximity;
  private final ModelId model;

  /** As it was at the start, so that no alert waits for a disk. */
  private final Optional<RecordingErrors> recordings;

  private final Pipeline pipeline;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "clockwork"));

  /**
   * Builds all parts, enrols whom the orders name and binds the port; starts nothing.
   *
   * @param records stay the caller's to close, after this
   * @param starts is told when each run of a camera's recording begins
   */
  public Haetae(
      Site site,
      Eyes eyes,
      CaseRecords records,
      Enroller enroller,
      PlaybackStarts starts,
      InstantSource clock) {
    this.clock = clock;
    this.records = records;
    this.endpoint = site.listen().console();
    this.forward = records.clock();
    openers = new LiveOpeners(device, clock);
    registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    meters = new PipelineMeters(registry, clock);
    List<Camera> cameras = site.cameras().stream().map(SiteCamera::camera).toList();
    CameraViews views = new CameraViews(cameras.stream().map(Camera::id).toList(), clock);
    meters.decoding(device.kind());
    Map<CameraId, CameraHealth> health = health(site);
    IncidentMeters incidentMeters = new IncidentMeters(registry);
    Canary canary =
        new Canary(site.casework().canary(), Math.min(site.shards(), site.cameras().size()));
    List<CameraId> canaries = canary.cameras().stream().map(Camera::id).toList();
    alertPath = new AlertPath(site.casework(), records, channels(site), canaries, incidentMeters);
    orders = new OrderWatch(site, records, eyes.model(), enroller, alertPath.alarms());
    sight = new SightLog(records.store(), site.name(), records.clock());
    sightWriter = new RoundWatch("sight", SIGHT_ROUND, this::writeSight, this::endSight);
    healthWatch = watch(site, health);
    Map<CameraId, CameraFit> fit = fit(site);
    HealthBoard healthBoard =
        new HealthBoard(health.values(), fit.values(), alertPath.alarms()::open, clock);
    Office office = records.office();
    CoverBook book = new CoverBook(office, site.plan());
    CoverMeters coverMeters = new CoverMeters(registry, book, office, records.clock());
    cover =
        new CoverWatch(
            site,
            records.store(),
            office,
            book,
            orders.desk(),
            new SiteGauge(site, health, fit, healthWatch::open),
            alertPath.alarms()::open,
            coverMeters::count,
            records.clock());
    watches =
        new WatchPath(
            site, records, book, alertPath, orders.desk(), fullRate, new WatchMeters(registry));
    NoticeDesk noticeDesk = new NoticeDesk(office, site.plan().notices(), records.noticePin());
    WatchDesk watchDesk = new WatchDesk(office, site.plan().watches());
    Channels channels = new Channels(clock);
    notices =
        site.casework()
            .releases()
            .map(to -> channels.releases(to, site.plan().notices().zone()))
            .map(gateway -> notices(noticeDesk, gateway, records));
    steps =
        site.casework().releases().map(to -> steps(office, watchDesk, channels.steps(to), records));
    registrations =
        site.casework()
            .emergency()
            .map(to -> registrations(office, watchDesk, channels.emergency(to), records));
    retention =
        new RoundWatch("retention", SETTLED, RETENTION_ROUND, records.retention()::run, () -> {});
    strangers = new UnfamiliarBoard(clock);
    machines = new MachineServer(site.listen().metrics(), registry::scrape, watches.posts());
    accounts =
        new AccountDesk(
            records.store(),
            new Argon2Passwords(),
            new SecretVault(records.userKeys()),
            LockOut.standard(),
            SessionRule.standard(),
            user -> office.look(files -> files.staff(user).role()),
            records.clock());
    console =
        new Console(
            new Desks(
                office,
                site.plan(),
                new CaseDesk(office, site.plan()),
                watchDesk,
                noticeDesk,
                new Importer(office, records.store(), site.plan(), site.rules()),
                book,
                new PhotographVault(records.store(), records.photographKeys()),
                accounts,
                new EmergencyAccess(records.store(), records.clock()),
                new Desks.Live(
                    new RunningSite(site, views, healthBoard, orders.desk(), orders.watchlist()),
                    alertPath.desk(),
                    orders.desk(),
                    alerts,
                    strangers,
                    channel,
                    incidentMeters::acknowledged),
                records.store(),
                records.clock(),
                records.register()),
            endpoint,
            site.listen().provider());
    Watchlist watchlist =
        new CanaryWatchlist(
            new GradedWatchlist(orders.watchlist(), cover::grades), canary.guest(enroller));
    List<Camera> watching = Stream.concat(cameras.stream(), canary.cameras().stream()).toList();
    galleries =
        new GalleryKeeper(watchlist, residents(site, enroller), watching, eyes.model(), clock);
    proximity =
        new ProximityAssessor(
            watching.stream().collect(Collectors.toMap(Camera::id, Function.identity())),
            places(site),
            site.circumstances());
    model = eyes.model();
    recordings =
        site.casework().records().flatMap(kept -> NumbersFile.recordings(kept).read().known());
    // The canaries last, one for each shard: feeds are dealt to the shards in turn.
    List<CameraFeed> feeds =
        Stream.concat(
                site.cameras().stream().map(camera -> feed(camera, health, fit, starts)),
                canary.feeds(alertPath.canaries(), site.needs(), records.clock()).stream())
            .toList();
    pipeline =
        new Pipeline(
            feeds,
            site.shards(),
            eyes::instruments,
            site.analysis(),
            galleries,
            new Listener(),
            views,
            fullRate,
            meters,
            clock);
  }

  private static RoundWatch notices(NoticeDesk desk, ReleaseGateway gateway, CaseRecords records) {
    NoticeRound round = new NoticeRound(desk, gateway, Locale.KOREAN, records.clock());
    return new RoundWatch("release-notices", NOTICE_ROUND, round::run, gateway::close);
  }

  private static RoundWatch steps(
      Office office, WatchDesk desk, StepGateway gateway, CaseRecords records) {
    StepRound round = new StepRound(office, desk, gateway, records.clock());
    return new RoundWatch("watch-steps", NOTICE_ROUND, round::run, gateway::close);
  }

  private static RoundWatch registrations(
      Office office, WatchDesk desk, EmergencyHttp system, CaseRecords records) {
    RegistrationRound round = new RegistrationRound(office, desk, system, records.clock());
    return new RoundWatch("registrations", REGISTRATION_ROUND, round::run, system::close);
  }

  private List<Channel> channels(Site site) {
    List<Channel> all = new ArrayList<>(List.of(channel));
    Channels channels = new Channels(clock);
    site.casework().channels().stream().map(channels::of).forEach(all::add);
    return all;
  }

  private static Map<PlaceId, ProtectedPlace> places(Site site) {
    return Stream.concat(site.places().stream(), Stream.of(Canary.PLACE))
        .collect(Collectors.toMap(ProtectedPlace::id, Function.identity()));
  }

  private Map<CameraId, CameraHealth> health(Site site) {
    Map<CameraId, CameraHealth> all = new LinkedHashMap<>();
    for (SiteCamera camera : site.cameras()) {
      CameraId id = camera.camera().id();
      Optional<PictureSize> size =
          camera.pictures() instanceof Pictures.Live live ? live.size() : Optional.empty();
      CameraHealth health =
          new CameraHealth(
              id, size, HealthSettings.defaults(), clock.instant(), meters.health()::changed);
      meters.health().watch(health);
      all.put(id, health);
    }
    return all;
  }

  private Map<CameraId, CameraFit> fit(Site site) {
    Map<CameraId, CameraFit> all = new LinkedHashMap<>();
    for (SiteCamera camera : site.cameras()) {
      CameraId id = camera.camera().id();
      CameraFit fit = new CameraFit(id, camera.camera().fieldOfView(), site.needs());
      meters.fit().watch(fit);
      all.put(id, fit);
    }
    return all;
  }

  private HealthWatch watch(Site site, Map<CameraId, CameraHealth> health) {
    Map<CameraHealth, PlaceId> guarded = new LinkedHashMap<>();
    for (SiteCamera camera : site.cameras()) {
      CameraHealth its = health.get(camera.camera().id());
      if (its != null) {
        guarded.put(its, camera.camera().place());
      }
    }
    HealthWatch watch = new HealthWatch(guarded, HealthSettings.defaults(), clock, this::technical);
    meters.health().alerts(watch::open);
    return watch;
  }

  /** Done without a word: each alert has its own line in the log. */
  private int writeSight() {
    sight.write();
    return 0;
  }

  /** What the last round has left; a store that fails keeps nothing else from being closed. */
  private void endSight() {
    try {
      sight.write();
    } catch (RuntimeException e) {
      LOG.error("when cameras were blind could not be written down: {}", e.getMessage());
    }
  }

  private void technical(TechnicalAlertEvent event) {
    sight.take(event);
    TechnicalAlert alert = event.alert();
    String camera = alert.camera().value();
    switch (event) {
      case TechnicalAlertEvent.Raised _ -> {
        alertPath.alarms().raise(AlarmCode.CAMERA_BLIND, camera, alert.state().words());
        LOG.warn(
            "TECHNICAL ALERT: camera {} does not guard {}: {}",
            camera,
            alert.place(),
            alert.reason());
      }
      case TechnicalAlertEvent.Cleared _ -> {
        alertPath.alarms().clear(AlarmCode.CAMERA_BLIND, camera);
        LOG.info("camera {} guards {} again", camera, alert.place());
      }
    }
  }

  private CameraFeed feed(
      SiteCamera camera,
      Map<CameraId, CameraHealth> allHealth,
      Map<CameraId, CameraFit> allFit,
      PlaybackStarts starts) {
    CameraId id = camera.camera().id();
    CameraHealth health = Objects.requireNonNull(allHealth.get(id));
    CameraFit fit = Objects.requireNonNull(allFit.get(id));
    Consumer<Instant> onStart = start -> starts.started(id, start);
    return switch (camera.pictures()) {
      case Pictures.Recording(Path file, Playback playback) ->
          new CameraFeed(id, watch -> FileSource.open(file), playback, health, fit, onStart);
      case Pictures.Live live ->
          new CameraFeed(id, openers.of(id, live), Playback.live(), health, fit, onStart);
    };
  }

  /** What the shards find. */
  private final class Listener implements AnalysisListener {
    @Override
    public void sighted(Sighting sighting, GalleryBook book) {
      Haetae.this.sighted(sighting, book);
    }

    @Override
    public void unfamiliar(UnfamiliarFace face) {
      strangers.add(face);
    }
  }

  /** Of each place that looks for unfamiliar faces; their templates are here only. */
  private static Map<PlaceId, List<WatchlistEntry>> residents(Site site, Enroller enroller) {
    Map<PlaceId, List<WatchlistEntry>> all = new LinkedHashMap<>();
    site.unfamiliar().forEach(place -> all.put(place, new ArrayList<>()));
    if (site.residents().isEmpty()) {
      return all;
    }
    Map<RespondentId, Enrolment> enrolled =
        enroller.enrol(
            site.residents().stream().map(Site.Resident::id).collect(Collectors.toSet()));
    for (Site.Resident resident : site.residents()) {
      if (enrolled.get(resident.id()) instanceof Enrolment.Faces faces) {
        WatchlistEntry entry = new WatchlistEntry(resident.id(), faces.faces().templates(), false);
        resident.places().forEach(place -> all.getOrDefault(place, new ArrayList<>()).add(entry));
      } else {
        LOG.warn("a resident can't be enrolled, and is unfamiliar like anybody");
      }
    }
    return all;
  }

  private void sighted(Sighting sighting, GalleryBook book) {
    Instant decided = clock.instant();
    Evidence evidence = sighting.evidence();
    Optional<MeasuredError> measured =
        recordings.flatMap(errors -> errors.of(model.toString(), evidence.falsePositiveRate()));
    proximity
        .assess(sighting.because(evidence.with(measured)), book.watchlist(), decided)
        .ifPresent(this::deliver);
  }

  private void deliver(ProximityAlert alert) {
    if (alertPath.canaries().knows(alert.sighting().camera())) {
      alertPath.accept(alert);
      return;
    }
    alerts.raise(alert);
    alertPath.accept(alert);
    meters.delivered(alert.sighting().camera(), alert.sighting().lastSeen());
  }

  public void start() {
    machines.start();
    startConsole();
    alertPath.start();
    orders.start();
    sight.begin();
    sightWriter.start();
    healthWatch.start();
    cover.start();
    watches.start();
    notices.ifPresent(RoundWatch::start);
    steps.ifPresent(RoundWatch::start);
    registrations.ifPresent(RoundWatch::start);
    retention.start();
    var _ =
        clockwork.scheduleAtFixedRate(
            this::refreshGalleries,
            GALLERY_REFRESH_MILLIS,
            GALLERY_REFRESH_MILLIS,
            TimeUnit.MILLISECONDS);
    pipeline.start();
  }

  private void startConsole() {
    try {
      prepareCertificate();
      console.start();
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE,
          "%s: see \"listen\" in the site's file, or choose a port with --port"
              .formatted(e.getMessage()),
          e);
    }
  }

  private void prepareCertificate() throws IOException {
    if (endpoint.certificate().isPresent()) {
      Endpoint.Certificate certificate = endpoint.certificate().get();
      if (OwnCertificate.make(certificate, endpoint.host(), endpoint.names())) {
        LOG.info("a certificate of our own was made: {}", certificate.store());
      }
      LOG.info("the certificate's SHA-256 is {}", OwnCertificate.fingerprint(certificate));
    }
  }

  /** A failure must neither end the schedule nor pass unseen: an order's end has to be felt. */
  private void refreshGalleries() {
    try {
      galleries.refresh();
      fullRate.tick(forward.instant());
      strangers.forgetOld();
    } catch (RuntimeException e) {
      LOG.error("the galleries could not be refreshed", e);
    }
  }

  /** A link by which somebody comes into the casework without a password; good once. */
  public String pass(UserId user) {
    return "%senter/%s".formatted(console.address(), accounts.pass(user).secret());
  }

  /**
   * A link by which the very first user sets up an account; empty where somebody works here
   * already.
   */
  public Optional<String> firstLink() {
    return FirstSupervisor.link(records.office(), records.store(), forward.instant())
        .map(secret -> console.address() + "welcome/" + secret);
  }

  /** Whether anybody could sign in there. */
  public boolean hasAccounts() {
    return accounts.anybody();
  }

  /** Where machines ask for health and metrics. */
  public String machineAddress() {
    return machines.address();
  }

  /** Where every alert is raised. */
  public AlertBoard alerts() {
    return alerts;
  }

  /** Where people decide about incidents. */
  public IncidentDesk incidents() {
    return alertPath.desk();
  }

  /** Whether an order in force allows to look for somebody now, and their face is known. */
  public boolean looksFor(RespondentId respondent) {
    return orders.watchlist().find(respondent).isPresent();
  }

  /** What decodes the pictures of live cameras. */
  public DecodingDevice.Kind decoding() {
    return device.kind();
  }

  /** Address of the console. */
  public String address() {
    return console.address();
  }

  /** The order of {@link #start}, backwards; the pipeline frees its own memory last. */
  @Override
  public void close() {
    pipeline.close();
    device.close();
    clockwork.shutdownNow();
    retention.close();
    registrations.ifPresent(RoundWatch::close);
    steps.ifPresent(RoundWatch::close);
    notices.ifPresent(RoundWatch::close);
    watches.close();
    cover.close();
    healthWatch.close();
    sightWriter.close();
    orders.close();
    alertPath.close();
    console.close();
    machines.close();
    registry.close();
  }

  /** Is told when each run of a camera's recording begins, on the grabber's thread. */
  @FunctionalInterface
  public interface PlaybackStarts {
    void started(CameraId camera, Instant start);
  }
}
