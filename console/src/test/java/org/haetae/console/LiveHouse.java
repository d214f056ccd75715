package org.haetae.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.order.Measure;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRulesReader;
import org.haetae.casework.store.Store;
import org.haetae.casework.vault.ApprovalRule;
import org.haetae.casework.vault.FaceSet;
import org.haetae.casework.vault.KeyFolder;
import org.haetae.casework.watch.Fix;
import org.haetae.casework.watch.SosCall;
import org.haetae.casework.watch.WatchState;
import org.haetae.casework.watchlist.Enrolment;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.casework.watchlist.VaultWatchlist;
import org.haetae.console.site.AlertBoard;
import org.haetae.console.site.ConsoleChannel;
import org.haetae.console.site.UnfamiliarBoard;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Glimpse;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.measure.MeasuredError;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.order.Validity;

/** What happens now in a {@link House}: one order in force, whose respondent a test lets come. */
public final class LiveHouse {
  public static final RespondentId HAN = new RespondentId("respondent-han");
  public static final OrderId ORDER = new OrderId("order-1");
  static final String CROP = "crop";
  private static final ModelId MODEL = new ModelId("net", "1");
  private static final String CHANNEL = ConsoleChannel.NAME;

  public final StillSite site = new StillSite();
  public final IncidentDesk incidents;
  public final OrderDesk orders;
  public final VaultWatchlist watchlist = new VaultWatchlist(Set.of());
  public final AlertBoard alerts = new AlertBoard();
  public final UnfamiliarBoard strangers;
  public final ConsoleChannel channel = new ConsoleChannel();
  public final List<Duration> acknowledged = new CopyOnWriteArrayList<>();
  public volatile Optional<MeasuredError> measured = Optional.empty();
  private final InstantSource clock;
  private final KeyFolder keys;

  LiveHouse(Path place, Store store, InstantSource clock) {
    this.clock = clock;
    keys = KeyFolder.open(place.resolve("order-keys"), place.resolve("master.key"));
    incidents =
        new IncidentDesk(
            store,
            new EscalationPlan(
                List.of(
                    new Tier("operator on duty", Duration.ZERO, List.of(CHANNEL)),
                    new Tier("patrol", Duration.ofSeconds(30), List.of(CHANNEL))),
                Duration.ofMinutes(2)),
            new DispatchRule(Set.of(Severity.DANGER)),
            clock,
            () -> tellPages(store, channel, clock.instant()));
    orders =
        new OrderDesk(
            store,
            keys,
            OrderRulesReader.korea(),
            ApprovalRule.none(),
            watchlist,
            MODEL,
            LiveHouse::enrol,
            new AlarmDesk(store, List.of(), clock, () -> {}),
            clock);
    orders.begin(List.of(order(clock.instant())));
    strangers = new UnfamiliarBoard(clock);
  }

  /** As a courier does, but one word each time: nothing here is ever settled. */
  private static void tellPages(Store store, ConsoleChannel channel, Instant now) {
    store
        .read(in -> in.outbox().due(channel.name(), Queue.THREAT, now, 1))
        .forEach(parcel -> channel.send(parcel.notice()));
  }

  private static OrderFile order(Instant now) {
    return OrderFile.issued(
        new ProtectionOrder(
            ORDER,
            "2026-<117>",
            OrderKind.PROVISIONAL,
            Offence.STALKING,
            "Act on Punishment of Stalking Crimes, Art. 9",
            "Seoul Central District Court",
            HAN,
            Set.of(new ProtectedPersonId("person-1")),
            Set.of(StillSite.HOME),
            RiskGrade.HIGH,
            new Validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(60)))),
        List.of(new Measure.StayAway(), new Measure.NoContact()));
  }

  private static Map<RespondentId, Enrolment> enrol(Set<RespondentId> respondents) {
    Map<RespondentId, Enrolment> all = new HashMap<>();
    for (RespondentId respondent : respondents) {
      Template face = new Template(Embedding.normalised(new float[] {1, 0}), 1, MODEL);
      all.put(respondent, new Enrolment.Faces(new FaceSet("photographs", List.of(face))));
    }
    return all;
  }

  Desks.Live desks() {
    return new Desks.Live(site, incidents, orders, alerts, strangers, channel, acknowledged::add);
  }

  /** The respondent comes near, looked at four times; answers the incident that this is. */
  public Incident comes(Severity severity) {
    Instant now = clock.instant();
    return comes(
        severity,
        List.of(
            glimpse(0, now.minusMillis(1800), 0.47),
            glimpse(1, now.minusMillis(1200), 0.62),
            glimpse(2, now.minusMillis(550), 0.6),
            glimpse(3, now, 0.71)));
  }

  private static Glimpse glimpse(int number, Instant captured, double score) {
    byte[] jpeg = "look %d".formatted(number).getBytes(StandardCharsets.UTF_8);
    return new Glimpse(new FaceCrop(jpeg), captured, score, 57 + number);
  }

  /** The respondent comes near, of whom those looks besides the best are shown. */
  Incident comes(Severity severity, List<Glimpse> glimpses) {
    Instant now = clock.instant();
    ProximityAlert alert =
        new ProximityAlert(
            UUID.randomUUID(),
            ORDER,
            StillSite.HOME,
            new Sighting(
                StillSite.DOOR,
                1,
                HAN,
                new Evidence(4, Duration.ofMillis(1800), 0.61, 0.48, 12, 10, 1e-4, 2, measured),
                now,
                now,
                new FaceBox(0, 0, 50, 60),
                1280,
                0.1,
                new FaceCrop(CROP.getBytes(StandardCharsets.UTF_8)),
                glimpses),
            new Proximity(12, 3, 5),
            Trend.APPROACHING,
            severity,
            now);
    alerts.raise(alert);
    incidents.take(List.of(alert));
    return incidents.newest(1).getFirst();
  }

  /** The protected person of a case calls for help. */
  public Incident calls(CaseId file) {
    incidents.sos(
        new SosCall(
            UUID.randomUUID(),
            file,
            new WatchSerial("W-1"),
            WatchState.ISSUED,
            clock.instant(),
            Optional.of(64),
            Optional.of(new Fix(new GeoPoint(37.5, 127), clock.instant().minusSeconds(9))),
            List.of(StillSite.HOME),
            Optional.of(41.6)));
    return incidents.newest(1).getFirst();
  }

  void close() {
    keys.close();
  }
}
