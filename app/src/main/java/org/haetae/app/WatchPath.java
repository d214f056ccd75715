package org.haetae.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.app.config.Site;
import org.haetae.app.config.Site.SiteCamera;
import org.haetae.app.metrics.WatchMeters;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.gateway.GatewayWatch;
import org.haetae.casework.gateway.Heard;
import org.haetae.casework.gateway.SignalDesk;
import org.haetae.casework.gateway.UnheldWatches;
import org.haetae.casework.gateway.WatchHearing;
import org.haetae.casework.gateway.http.SignalPosts;
import org.haetae.casework.gateway.mqtt.MqttGateway;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.Office;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.watch.SosCall;
import org.haetae.casework.watch.WatchState;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.pipeline.flow.FullRate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From watches to people: gateways, signs of life, calls for help and what a call does to cameras.
 * Started and closed once.
 */
final class WatchPath implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchPath.class);

  /** So long after the last call of somebody their places are watched as closely as can be. */
  static final Duration CLOSELY = Duration.ofMinutes(30);

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int RECENT = 100;

  /** The part of the store that signals are kept in. */
  private static final String SIGNALS = "watch signals";

  private final Site site;
  private final Office office;
  private final OrderDesk orders;
  private final IncidentDesk incidents;
  private final AlarmDesk alarms;
  private final FullRate fullRate;
  private final WatchMeters meters;
  private final InstantSource clock;
  private final SignalDesk desk;
  private final UnheldWatches unheld;
  private final GatewayWatch gateways;
  private final Optional<SignalPosts> posts;
  private final Optional<MqttGateway> broker;
  private final RoundWatch round;

  /**
   * @param records stay the caller's to close
   */
  WatchPath(
      Site site,
      CaseRecords records,
      CoverBook book,
      AlertPath alertPath,
      OrderDesk orders,
      FullRate fullRate,
      WatchMeters meters) {
    this.site = site;
    this.office = records.office();
    this.orders = orders;
    this.incidents = alertPath.desk();
    this.alarms = alertPath.alarms();
    this.fullRate = fullRate;
    this.meters = meters;
    this.clock = records.clock();
    unheld = new UnheldWatches(alarms);
    desk =
        new SignalDesk(
            office, records.store(), book, incidents, this::places, unheld, this::called, clock);
    gateways =
        new GatewayWatch(
            site.casework().watches().names(),
            site.plan().watches().silence(),
            this::somebodyHasAWatch,
            alarms,
            clock);
    posts = site.casework().watches().http().map(token -> new SignalPosts(token, by("http")));
    broker =
        site.casework()
            .watches()
            .mqtt()
            .map(
                to ->
                    new MqttGateway(
                        to.broker(),
                        to.topics(),
                        by("mqtt"),
                        stands -> gateways.connected("mqtt", stands)));
    round = new RoundWatch("watch-gateways", LOOK, this::look, () -> {});
  }

  /** What takes posts of a gateway; empty where none posts. */
  Optional<SignalPosts> posts() {
    return posts;
  }

  /** The desk as a gateway sees it. */
  WatchHearing by(String gateway) {
    return (watch, message) -> {
      gateways.heard(gateway);
      try {
        Heard heard = desk.hear(watch, message);
        meters.heard(gateway, heard);
        alarms.clear(AlarmCode.STORE_FAILING, SIGNALS);
        return heard;
      } catch (RuntimeException e) {
        meters.failed(gateway);
        alarms.raise(AlarmCode.STORE_FAILING, SIGNALS, "");
        throw e;
      }
    };
  }

  void start() {
    if (!site.casework().watches().names().isEmpty()) {
      resume();
      round.start();
      broker.ifPresent(MqttGateway::start);
    }
  }

  /** Calls from before a restart are as urgent as they were. */
  private void resume() {
    for (Incident incident : incidents.newest(RECENT)) {
      if (incident.state().takesAlerts()) {
        incidents
            .lastCall(incident.id())
            .ifPresent(call -> closely(call, incident.lastAlert().plus(CLOSELY)));
      }
    }
  }

  private int look() {
    gateways.look();
    unheld.look(clock.instant());
    return 0;
  }

  private void called(SosCall call) {
    LOG.warn("SOS: a protected person calls for help");
    closely(call, clock.instant().plus(CLOSELY));
  }

  private void closely(SosCall call, Instant end) {
    fullRate.ask(
        site.cameras().stream()
            .map(SiteCamera::camera)
            .filter(camera -> call.places().contains(camera.place()))
            .map(Camera::id)
            .toList(),
        end);
  }

  /** The places at which orders protect a case's person, in the order of the site's file. */
  private List<ProtectedPlace> places(CaseId file) {
    Optional<ProtectedPersonId> person =
        office.look(files -> files.find(file).map(found -> found.opened().person()));
    Set<PlaceId> theirs = new HashSet<>();
    orders.unended().stream()
        .map(OrderFile::issued)
        .filter(order -> person.filter(order.protectedPeople()::contains).isPresent())
        .forEach(order -> theirs.addAll(order.places()));
    return site.places().stream().filter(place -> theirs.contains(place.id())).toList();
  }

  private boolean somebodyHasAWatch() {
    return office.<Boolean>look(
        files ->
            files.stock().watches().stream().anyMatch(watch -> watch.state() == WatchState.ISSUED));
  }

  @Override
  public void close() {
    broker.ifPresent(MqttGateway::close);
    round.close();
  }
}
