package org.haetae.casework.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentEvent.Escalated;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.store.ParcelState;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.id.OrderId;

/** What a desk should have in its store, as lists that are walked through from end to end. */
final class PlainDesk {
  /** Stands for the key of a call, which is the house's own to make. */
  static final UUID CALL = new UUID(0, 0);

  /** An alert, the incident that it joined, and when. */
  record Taken(ProximityAlert alert, PlainIncident incident, Instant at) {}

  final List<PlainIncident> incidents = new ArrayList<>();
  final Map<UUID, Taken> alerts = new LinkedHashMap<>();

  /** Those that wait or are dead. */
  final List<PlainParcel> parcels = new ArrayList<>();

  private long delivered;
  private long turn;

  /**
   * @param named tells what an incident that opens is called
   */
  void take(
      List<ProximityAlert> some, Instant now, PlainPlan plan, Function<OrderId, IncidentId> named) {
    for (ProximityAlert alert : some) {
      if (!alerts.containsKey(alert.id())) {
        PlainIncident incident =
            ongoing(alert.order()).orElseGet(() -> opened(alert.order(), named));
        incident.add(new AlertJoined(now, alert.id(), alert.severity()), plan);
        alerts.put(alert.id(), new Taken(alert, incident, now));
        turn++;
        Notice.Threat notice = notice(alert, alert.id(), incident, now);
        plan.upTo(incident.tier())
            .forEach(channel -> parcels.add(new PlainParcel(channel, notice, turn)));
      }
    }
  }

  private PlainIncident opened(OrderId order, Function<OrderId, IncidentId> named) {
    PlainIncident incident = new PlainIncident(named.apply(order), order);
    incidents.add(incident);
    return incident;
  }

  /** As grave as the incident is, wherever the respondent was last. */
  private static Notice.Threat notice(
      ProximityAlert alert, UUID key, PlainIncident incident, Instant now) {
    return new Notice.Threat(
        key,
        now,
        incident.id().value(),
        alert.id(),
        incident.tier(),
        key.equals(CALL) ? incident.severity() : alert.severity(),
        alert.order(),
        alert.sighting().respondent(),
        alert.place(),
        alert.sighting().camera(),
        alert.proximity().metres(),
        alert.trend(),
        alert.sighting().lastSeen(),
        alert.decided());
  }

  /**
   * Calls the next tier of what is due.
   *
   * @param newest tells which of the alerts that joined an incident last it takes for the last
   * @return the incidents whose next tier is told
   */
  List<PlainIncident> escalate(Instant now, PlainPlan plan, Function<PlainIncident, UUID> newest) {
    List<PlainIncident> due =
        ongoing()
            .filter(it -> it.due().filter(at -> !at.isAfter(now)).isPresent())
            .sorted(Comparator.comparing(it -> it.due().orElseThrow()))
            .toList();
    Instant before = Instant.MIN;
    for (PlainIncident incident : due) {
      Instant at = incident.due().orElseThrow();
      turn += at.isAfter(before) ? 1 : 0;
      before = at;
      incident.add(new Escalated(now, incident.tier() + 1), plan);
      ProximityAlert alert = last(incident, newest.apply(incident));
      Notice.Threat notice = notice(alert, CALL, incident, now);
      plan.at(incident.tier())
          .forEach(channel -> parcels.add(new PlainParcel(channel, notice, turn)));
    }
    return due;
  }

  private ProximityAlert last(PlainIncident incident, UUID id) {
    Instant last = Instant.MIN;
    for (Taken taken : alerts.values()) {
      last = taken.incident().id().equals(incident.id()) ? taken.at() : last;
    }
    Taken taken = Optional.ofNullable(alerts.get(id)).orElseThrow();
    if (!taken.incident().id().equals(incident.id()) || !taken.at().equals(last)) {
      throw new AssertionError("%s did not join %s last".formatted(id, incident.id()));
    }
    return taken.alert();
  }

  void delivered(PlainParcel parcel) {
    parcels.remove(parcel);
    delivered++;
  }

  long count(ParcelState state) {
    return switch (state) {
      case DELIVERED -> delivered;
      case WAITING, DEAD -> parcels.stream().filter(parcel -> parcel.state == state).count();
    };
  }

  int sendAgain(Instant now) {
    List<PlainParcel> dead =
        parcels.stream().filter(parcel -> parcel.state == ParcelState.DEAD).toList();
    dead.forEach(parcel -> parcel.again(now));
    return dead.size();
  }

  Stream<PlainIncident> ongoing() {
    return incidents.stream().filter(incident -> !incident.closed());
  }

  Optional<PlainIncident> ongoing(OrderId order) {
    return ongoing().filter(incident -> incident.order().equals(order)).findAny();
  }

  Optional<PlainIncident> find(IncidentId id) {
    return incidents.stream().filter(incident -> incident.id().equals(id)).findAny();
  }

  List<PlainParcel> due(String channel, Instant now) {
    return parcels.stream()
        .filter(parcel -> parcel.channel.equals(channel) && parcel.due(now))
        .toList();
  }

  /** The newest moment that a tier's time was counted from. */
  Instant newestCounted() {
    return Stream.of(
            alerts.values().stream().map(Taken::at),
            incidents.stream().map(PlainIncident::waitsSince),
            incidents.stream()
                .flatMap(incident -> incident.events().stream())
                .filter(Escalated.class::isInstance)
                .map(event -> event.at()))
        .flatMap(times -> times)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  Set<UUID> known() {
    return alerts.keySet();
  }
}
