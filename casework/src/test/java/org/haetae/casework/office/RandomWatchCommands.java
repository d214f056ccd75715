package org.haetae.casework.office;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.PlainWatch;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.WatchFact.Registered;
import org.haetae.casework.watch.WatchFact.Retired;
import org.haetae.casework.watch.WatchFact.WearingChecked;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/**
 * What people may do with watches, at random and often against the rules.
 *
 * @param now the office as it stands, for choosing what can be done
 * @param reach of the desk that isn't widened
 */
record RandomWatchCommands(Dice dice, PlainOffice now, double reach) {
  /** The order in which a map happens to lie must not decide what a seed plays. */
  private static final Comparator<RequestKey> BY_NAME =
      Comparator.comparing(RequestKey::file).thenComparingInt(RequestKey::number);

  Command next(Deed deed) {
    return switch (dice.random().nextInt(72)) {
      case 0, 1 -> place(deed);
      case 2, 3, 4, 5, 6 -> receive(deed);
      case 7, 8, 9, 10, 11, 12, 13, 14, 15 -> ask(deed);
      case 16, 17, 18, 19 -> reserve(deed);
      case 20, 21, 22, 23, 24, 25, 26, 27 -> issue(deed);
      case 28, 29, 30, 31, 32, 33 -> close(deed);
      case 34, 35, 36, 37 -> told(deed);
      case 38, 39, 40, 41, 42 -> send(deed);
      case 43, 44, 45, 46, 47 -> arrived(deed);
      case 48, 49 -> registered(deed);
      case 50 -> worn(deed);
      case 51, 52, 53 -> renew(deed);
      case 54, 55, 56, 57, 58 -> returned(deed);
      case 59, 60, 61 -> found(deed);
      case 62, 63, 64, 65 -> lost(deed);
      case 66, 67, 68 -> repair(deed);
      case 69, 70 -> repaired(deed);
      default -> retire(deed);
    };
  }

  Command place(Deed deed) {
    StationId id = dice.any(Dice.STATIONS);
    GeoPoint spot = dice.spot();
    String name = "Police " + id;
    return Command.of(
        "place " + id,
        plain -> plain.place(id, name, spot, deed),
        desks -> desks.watches().place(id, name, spot, deed));
  }

  Command receive(Deed deed) {
    WatchSerial serial = dice.any(Dice.WATCHES);
    StationId at = station();
    String model = dice.words();
    return Command.of(
        "receive %s at %s".formatted(serial, at),
        plain -> plain.receive(serial, at, model, deed),
        desks -> desks.watches().receive(serial, at, model, "1.0", deed));
  }

  Command ask(Deed deed) {
    CaseId id =
        dice.rather(
            Dice.CASES.stream()
                .filter(one -> now.cases().containsKey(one))
                .filter(one -> now.requests().values().stream().noneMatch(r -> asks(r, one)))
                .toList(),
            Dice.CASES);
    StationId at = station();
    return Command.of(
        "ask for %s at %s".formatted(id, at),
        plain -> plain.ask(id, at, deed),
        desks -> desks.watches().ask(id, at, deed));
  }

  private static boolean asks(PlainRequest request, CaseId id) {
    return request.key().file().equals(id) && request.open();
  }

  Command reserve(Deed deed) {
    RequestKey key = request(PlainRequest::open);
    WatchSerial serial = watch(PlainWatch::free);
    return Command.of(
        "reserve %s for %s".formatted(serial, key),
        plain -> plain.reserve(key, serial, deed),
        desks -> desks.watches().reserve(key, serial, deed));
  }

  Command issue(Deed deed) {
    RequestKey key = request(request -> request.stage() == PlainRequest.Stage.PROMISED);
    Handing handing = new Handing(dice.words(), !dice.oneIn(12), !dice.oneIn(12));
    return Command.of(
        "issue %s with %s".formatted(key, handing),
        plain -> plain.issue(key, handing, deed),
        desks -> desks.watches().issue(key, handing, deed));
  }

  /** "None available" also at a desk that sees further than the one that allots. */
  Command close(Deed deed) {
    RequestKey key = request(PlainRequest::open);
    RequestClosing why =
        dice.oneIn(4) ? dice.any(RequestClosing.class) : RequestClosing.NONE_AVAILABLE;
    boolean wide = dice.oneIn(2);
    double within = wide ? Desks.wide(reach) : reach;
    String reason = dice.words();
    Command closing =
        Command.of(
            "close %s as %s%s".formatted(key, why, wide ? " in the wide" : ""),
            plain -> plain.close(key, why, reason, within, deed),
            desks -> (wide ? desks.wide() : desks.watches()).close(key, why, reason, deed));
    return why == RequestClosing.NONE_AVAILABLE
        ? closing.naming(plain -> plain.availableAt(key, within))
        : closing;
  }

  Command told(Deed deed) {
    RequestKey key = request(request -> !request.untold().isEmpty());
    RequestStep step = dice.any(RequestStep.class);
    String proof = dice.words();
    return Command.of(
        "told %s of %s".formatted(key, step),
        plain -> plain.told(key, step, proof),
        desks -> desks.watches().told(key, step, proof, deed));
  }

  Command send(Deed deed) {
    WatchSerial serial = watch(in(WatchState.IN_STOCK, WatchState.RESERVED));
    StationId to = station();
    return Command.of(
        "send %s to %s".formatted(serial, to),
        plain -> plain.send(serial, to, deed),
        desks -> desks.watches().send(serial, to, deed));
  }

  Command arrived(Deed deed) {
    WatchSerial serial = watch(watch -> watch.travelsTo().isPresent());
    return Command.of(
        serial + " arrived",
        plain -> plain.arrived(serial, deed),
        desks -> desks.watches().arrived(serial, deed));
  }

  Command registered(Deed deed) {
    WatchSerial serial = watch(in(WatchState.ISSUED));
    String confirmation = dice.words();
    return Command.of(
        serial + " registered",
        plain -> plain.happens(serial, new Registered(deed.at(), deed.by(), confirmation)),
        desks -> desks.watches().registered(serial, confirmation, deed));
  }

  Command worn(Deed deed) {
    WatchSerial serial = watch(in(WatchState.ISSUED));
    return Command.of(
        serial + " looked at",
        plain -> plain.happens(serial, new WearingChecked(deed.at(), deed.by(), true, "")),
        desks -> desks.watches().wearingChecked(serial, true, "", deed));
  }

  Command renew(Deed deed) {
    WatchSerial serial = watch(in(WatchState.ISSUED));
    return Command.of(
        serial + " renewed",
        plain -> plain.renew(serial, deed),
        desks -> desks.watches().renew(serial, deed));
  }

  Command returned(Deed deed) {
    WatchSerial serial = watch(in(WatchState.ISSUED));
    StationId at = station();
    return Command.of(
        "%s returned at %s".formatted(serial, at),
        plain -> plain.returned(serial, at, deed),
        desks -> desks.watches().returned(serial, at, deed));
  }

  Command found(Deed deed) {
    WatchSerial serial = watch(in(WatchState.LOST));
    StationId at = station();
    return Command.of(
        "%s found at %s".formatted(serial, at),
        plain -> plain.found(serial, at, deed),
        desks -> desks.watches().found(serial, at, deed));
  }

  Command lost(Deed deed) {
    WatchSerial serial = dice.any(Dice.WATCHES);
    String reason = dice.words();
    return Command.of(
        serial + " lost",
        plain -> plain.lost(serial, reason, deed),
        desks -> desks.watches().lost(serial, reason, deed));
  }

  Command repair(Deed deed) {
    WatchSerial serial = watch(in(WatchState.RESERVED));
    return Command.of(
        serial + " to repair",
        plain -> plain.repair(serial, deed),
        desks -> desks.watches().repair(serial, "broken", deed));
  }

  Command repaired(Deed deed) {
    WatchSerial serial = watch(in(WatchState.REPAIR));
    return Command.of(
        serial + " repaired",
        plain -> plain.repaired(serial, deed),
        desks -> desks.watches().repaired(serial, "1.1", deed));
  }

  /** Of two only, so that watches are left. */
  Command retire(Deed deed) {
    WatchSerial serial = dice.any(Dice.WATCHES.subList(0, 2));
    return Command.of(
        serial + " retired",
        plain -> plain.happens(serial, new Retired(deed.at(), deed.by(), "old")),
        desks -> desks.watches().retire(serial, "old", deed));
  }

  private StationId station() {
    return dice.rather(now.stations().keySet(), Dice.STATIONS);
  }

  private WatchSerial watch(Predicate<PlainWatch> fitting) {
    return dice.rather(
        Dice.WATCHES.stream()
            .filter(serial -> now.watches().containsKey(serial))
            .filter(serial -> fitting.test(now.watches().get(serial)))
            .toList(),
        Dice.WATCHES);
  }

  private static Predicate<PlainWatch> in(WatchState... states) {
    return watch -> List.of(states).contains(watch.state());
  }

  private RequestKey request(Predicate<PlainRequest> fitting) {
    List<RequestKey> all =
        now.requests().values().stream()
            .filter(fitting)
            .map(PlainRequest::key)
            .sorted(BY_NAME)
            .toList();
    return dice.rather(all, List.of(dice.request()));
  }
}
