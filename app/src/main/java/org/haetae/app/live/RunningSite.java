package org.haetae.app.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.config.Site;
import org.haetae.app.config.Site.SiteCamera;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.app.evaluation.NumbersFile;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.console.site.CameraFitness;
import org.haetae.console.site.CameraStanding;
import org.haetae.console.site.LiveSite;
import org.haetae.console.site.Measurement;
import org.haetae.console.site.PhotographErrors;
import org.haetae.console.site.RecordingErrors;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.fit.FitReport;
import org.haetae.pipeline.fit.FitVerdict;
import org.haetae.pipeline.health.HealthReport;

/** The site of this process, as the console sees it. Safe for many threads. */
public final class RunningSite implements LiveSite {
  private final Site site;
  private final CameraViews views;
  private final HealthBoard health;
  private final OrderDesk orders;
  private final Watchlist watchlist;
  private final Map<CameraId, Camera> cameras;
  private final Map<PlaceId, ProtectedPlace> places;
  private final Map<RespondentId, Path> photographs;

  /**
   * @param health decides which pictures are shown
   * @param watchlist nobody else's photograph is shown than of those in it
   */
  public RunningSite(
      Site site, CameraViews views, HealthBoard health, OrderDesk orders, Watchlist watchlist) {
    this.site = site;
    this.views = views;
    this.health = health;
    this.orders = orders;
    this.watchlist = watchlist;
    this.cameras =
        site.cameras().stream()
            .map(SiteCamera::camera)
            .collect(Collectors.toUnmodifiableMap(Camera::id, Function.identity()));
    this.places =
        site.places().stream()
            .collect(Collectors.toUnmodifiableMap(ProtectedPlace::id, Function.identity()));
    this.photographs =
        site.respondents().stream()
            .collect(
                Collectors.toUnmodifiableMap(Site.Respondent::id, Site.Respondent::photographs));
  }

  @Override
  public String name() {
    return site.name();
  }

  @Override
  public boolean exercise() {
    return site.exercise();
  }

  @Override
  public List<CameraStanding> cameras() {
    Map<CameraId, HealthReport> reports = health.reports();
    return site.cameras().stream()
        .map(SiteCamera::camera)
        .flatMap(
            camera ->
                Optional.ofNullable(reports.get(camera.id())).map(r -> of(camera, r)).stream())
        .toList();
  }

  private CameraStanding of(Camera camera, HealthReport report) {
    return new CameraStanding(
        camera.id(),
        camera.place(),
        report.state(),
        report.reason(),
        report.since(),
        health.fit(camera.id()).map(RunningSite::fitness));
  }

  private static CameraFitness fitness(FitReport report) {
    return new CameraFitness(
        switch (report.verdict()) {
          case FitVerdict.Fits _ -> CameraFitness.Verdict.FITS;
          case FitVerdict.TooFew _ -> CameraFitness.Verdict.TOO_FEW;
          case FitVerdict.CannotRecognise _ -> CameraFitness.Verdict.CANNOT_RECOGNISE;
        },
        report.verdict().words(),
        Math.toIntExact(report.tracks()),
        known(report.median()),
        known(report.pixelsPerMetre()));
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @Override
  public Optional<byte[]> picture(CameraId camera) {
    return health.showsThePresent(camera) ? views.newest(camera) : Optional.empty();
  }

  @Override
  public boolean acceptView(CameraId camera) {
    return health.acceptView(camera);
  }

  @Override
  public List<Alarm> alarms() {
    return health.alarms();
  }

  @Override
  public Optional<Camera> camera(CameraId id) {
    return Optional.ofNullable(cameras.get(id));
  }

  @Override
  public Optional<ProtectedPlace> place(PlaceId id) {
    return Optional.ofNullable(places.get(id));
  }

  @Override
  public String told(int tier) {
    List<Tier> tiers = site.casework().escalation().tiers();
    return tiers.get(Math.min(tier, tiers.size() - 1)).name();
  }

  @Override
  public int photographs(RespondentId respondent) {
    return Optional.ofNullable(photographs.get(respondent))
        .map(folder -> WatchlistFolder.pictures(folder).size())
        .orElse(0);
  }

  @Override
  public Optional<byte[]> photograph(RespondentId respondent, int number) {
    return mayBeShown(respondent)
        ? Optional.ofNullable(photographs.get(respondent))
            .map(WatchlistFolder::pictures)
            .filter(pictures -> number >= 0 && number < pictures.size())
            .flatMap(pictures -> read(pictures.get(number)))
        : Optional.empty();
  }

  /** Read each time, so that a new evaluation is seen without another start. */
  @Override
  public Measurement<PhotographErrors> photographs() {
    return measured(NumbersFile::photographs);
  }

  @Override
  public Measurement<RecordingErrors> recordings() {
    return measured(NumbersFile::recordings);
  }

  private <T extends Record> Measurement<T> measured(Function<Records, NumbersFile<T>> file) {
    return site.casework()
        .records()
        .map(records -> file.apply(records).read())
        .orElseGet(Measurement.None::new);
  }

  private boolean mayBeShown(RespondentId respondent) {
    Stream<RespondentId> lookedFor =
        watchlist.current().entries().stream().map(WatchlistEntry::respondent);
    Stream<RespondentId> waiting =
        orders.unapproved().stream().map(file -> file.issued().respondent());
    return Stream.concat(lookedFor, waiting).anyMatch(respondent::equals);
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
