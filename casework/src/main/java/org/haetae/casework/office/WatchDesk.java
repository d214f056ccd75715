package org.haetae.casework.office;

import java.util.List;
import java.util.Optional;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.Holding;
import org.haetae.casework.watch.Offer;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestFact.Asked;
import org.haetae.casework.watch.RequestFact.Closed;
import org.haetae.casework.watch.RequestFact.Handed;
import org.haetae.casework.watch.RequestFact.PromiseLost;
import org.haetae.casework.watch.RequestFact.Told;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.Station;
import org.haetae.casework.watch.StationFact.Placed;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchFact;
import org.haetae.casework.watch.WatchFact.Arrived;
import org.haetae.casework.watch.WatchFact.Found;
import org.haetae.casework.watch.WatchFact.Lost;
import org.haetae.casework.watch.WatchFact.Received;
import org.haetae.casework.watch.WatchFact.Registered;
import org.haetae.casework.watch.WatchFact.Renewed;
import org.haetae.casework.watch.WatchFact.Repaired;
import org.haetae.casework.watch.WatchFact.Retired;
import org.haetae.casework.watch.WatchFact.Returned;
import org.haetae.casework.watch.WatchFact.Sent;
import org.haetae.casework.watch.WatchFact.SentToRepair;
import org.haetae.casework.watch.WatchFact.Unreserved;
import org.haetae.casework.watch.WatchFact.WearingChecked;
import org.haetae.casework.watch.WatchRefusal;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.casework.watch.WatchRules;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/**
 * What people do with watches. Whenever a watch becomes free, whoever is next in the waiting list
 * and within reach is promised it in the same change, so that no watch lies in stock while somebody
 * waits for one. Each method throws a {@link org.haetae.casework.ledger.Refusal} where a rule
 * forbids it. Safe for many threads.
 */
public final class WatchDesk {
  private final Office office;
  private final WatchRules rules;
  private final Allotment allotment;

  public WatchDesk(Office office, WatchRules rules) {
    this.office = office;
    this.rules = rules;
    this.allotment = new Allotment(rules.reach());
  }

  public void place(StationId station, String name, GeoPoint location, Deed deed) {
    office.run(
        change -> {
          change.add(station, new Placed(deed.at(), deed.by(), name, location));
          allotment.run(change, deed);
        });
  }

  public void receive(
      WatchSerial serial, StationId station, String model, String firmware, Deed deed) {
    office.run(
        change -> {
          requireStation(change, station);
          change.add(serial, new Received(deed.at(), deed.by(), station, model, firmware));
          allotment.run(change, deed);
        });
  }

  /**
   * Asks for a watch.
   *
   * @return the request's number
   */
  public int ask(CaseId id, StationId station, Deed deed) {
    return office.change(
        change -> {
          requireStation(change, station);
          int number = change.file(id).requests().size() + 1;
          change.add(id, new Asked(deed.at(), deed.by(), number, station));
          allotment.run(change, deed);
          return number;
        });
  }

  /** Where a watch could be had for a station, the nearest first. */
  public List<Offer> offers(StationId station) {
    return office.look(files -> files.stock().offers(station, rules.reach()));
  }

  /**
   * Keeps a watch for a request that waits, also one beyond reach; it gives back the one that was
   * kept before.
   */
  public void reserve(RequestKey key, WatchSerial serial, Deed deed) {
    office.run(
        change -> {
          WatchRequest request = change.file(key.file()).request(key.number());
          request
              .watch()
              .filter(_ -> request.open())
              .ifPresent(other -> lose(change, other, key, "another watch is kept instead", deed));
          Allotment.promise(change, key, serial, deed);
          allotment.run(change, deed);
        });
  }

  /** Hands the promised watch over. */
  public void issue(RequestKey key, Handing handing, Deed deed) {
    office.run(
        change -> {
          WatchRequest request = change.file(key.file()).request(key.number());
          WatchSerial serial =
              request
                  .watch()
                  .filter(_ -> request.open())
                  .orElseThrow(
                      () -> new WatchRefusal("no watch is kept for request %s".formatted(key)));
          change.add(
              serial, watch(change, serial).issue(key, handing, deed, rules.until(deed.at())));
          change.add(key.file(), new Handed(deed.at(), deed.by(), key.number(), serial));
        });
  }

  /**
   * Ends a request without a watch. "None available" is refused while any station within reach has
   * one; it says where.
   */
  public void close(RequestKey key, RequestClosing why, String reason, Deed deed) {
    office.run(
        change -> {
          WatchRequest request = change.file(key.file()).request(key.number());
          if (why == RequestClosing.NONE_AVAILABLE) {
            requireNone(change, request);
          }
          request
              .watch()
              .filter(_ -> request.open())
              .ifPresent(serial -> unreserve(change, serial, reason, deed));
          change.add(key.file(), new Closed(deed.at(), deed.by(), key.number(), why, reason));
          allotment.run(change, deed);
        });
  }

  /** Whoever asked was told of a step, and this proves it. */
  public void told(RequestKey key, RequestStep step, String proof, Deed deed) {
    office.run(
        change ->
            change.add(key.file(), new Told(deed.at(), deed.by(), key.number(), step, proof)));
  }

  public void send(WatchSerial serial, StationId to, Deed deed) {
    office.run(
        change -> {
          requireStation(change, to);
          change.add(serial, new Sent(deed.at(), deed.by(), to));
        });
  }

  /** The station that expected a watch has it. */
  public void arrived(WatchSerial serial, Deed deed) {
    office.run(
        change -> {
          change.add(serial, new Arrived(deed.at(), deed.by()));
          allotment.run(change, deed);
        });
  }

  public void registered(WatchSerial serial, String confirmation, Deed deed) {
    office.run(change -> change.add(serial, new Registered(deed.at(), deed.by(), confirmation)));
  }

  public void wearingChecked(WatchSerial serial, boolean worn, String note, Deed deed) {
    office.run(change -> change.add(serial, new WearingChecked(deed.at(), deed.by(), worn, note)));
  }

  /** Renews for another term from when it would have ended, or from now if that has passed. */
  public void renew(WatchSerial serial, Deed deed) {
    office.run(
        change -> {
          Holding held =
              watch(change, serial)
                  .holding()
                  .orElseThrow(() -> new WatchRefusal("watch %s is with nobody".formatted(serial)));
          var from = held.until().isAfter(deed.at()) ? held.until() : deed.at();
          change.add(serial, new Renewed(deed.at(), deed.by(), rules.until(from)));
        });
  }

  public void returned(WatchSerial serial, StationId station, Deed deed) {
    home(serial, station, new Returned(deed.at(), deed.by(), station), deed);
  }

  public void found(WatchSerial serial, StationId station, Deed deed) {
    home(serial, station, new Found(deed.at(), deed.by(), station), deed);
  }

  public void lost(WatchSerial serial, String reason, Deed deed) {
    away(serial, new Lost(deed.at(), deed.by(), reason), "it was lost", deed);
  }

  public void repair(WatchSerial serial, String reason, Deed deed) {
    away(serial, new SentToRepair(deed.at(), deed.by(), reason), "it is being repaired", deed);
  }

  public void repaired(WatchSerial serial, String firmware, Deed deed) {
    office.run(
        change -> {
          change.add(serial, new Repaired(deed.at(), deed.by(), firmware));
          allotment.run(change, deed);
        });
  }

  public void retire(WatchSerial serial, String reason, Deed deed) {
    office.run(change -> change.add(serial, new Retired(deed.at(), deed.by(), reason)));
  }

  private void home(WatchSerial serial, StationId station, WatchFact fact, Deed deed) {
    office.run(
        change -> {
          requireStation(change, station);
          change.add(serial, fact);
          allotment.run(change, deed);
        });
  }

  /** A watch goes where nobody can have it; who was promised it waits again. */
  private void away(WatchSerial serial, WatchFact fact, String why, Deed deed) {
    office.run(
        change -> {
          Optional<RequestKey> kept = watch(change, serial).keptFor();
          change.add(serial, fact);
          kept.ifPresent(
              key -> {
                change.add(key.file(), new PromiseLost(deed.at(), deed.by(), key.number(), why));
                allotment.run(change, deed);
              });
        });
  }

  private void lose(Change change, WatchSerial serial, RequestKey key, String why, Deed deed) {
    unreserve(change, serial, why, deed);
    change.add(key.file(), new PromiseLost(deed.at(), deed.by(), key.number(), why));
  }

  private static void unreserve(Change change, WatchSerial serial, String why, Deed deed) {
    change.add(serial, new Unreserved(deed.at(), deed.by(), why));
  }

  private void requireNone(Change change, WatchRequest request) {
    request
        .watch()
        .filter(_ -> request.open())
        .ifPresent(
            serial -> {
              throw new WatchRefusal(
                  "a watch is available: %s of %s is kept for this request"
                      .formatted(serial, keeper(change, serial)));
            });
    List<Offer> offers = change.files().stock().offers(request.station(), rules.reach());
    if (!offers.isEmpty()) {
      throw new WatchRefusal("a watch is available: " + offers.getFirst().words());
    }
  }

  private static String keeper(Change change, WatchSerial serial) {
    StationId station = watch(change, serial).station();
    return change.files().stock().station(station).map(Station::name).orElse(station.value());
  }

  private static Watch watch(Change change, WatchSerial serial) {
    return change
        .files()
        .watch(serial)
        .orElseThrow(() -> new WatchRefusal("there is no watch %s".formatted(serial)));
  }

  private static void requireStation(Change change, StationId station) {
    if (change.files().stock().station(station).isEmpty()) {
      throw new WatchRefusal("there is no station %s".formatted(station));
    }
  }
}
