package org.haetae.casework.watch;

import static org.haetae.casework.watch.WatchState.IN_STOCK;
import static org.haetae.casework.watch.WatchState.ISSUED;
import static org.haetae.casework.watch.WatchState.LOST;
import static org.haetae.casework.watch.WatchState.REPAIR;
import static org.haetae.casework.watch.WatchState.RESERVED;
import static org.haetae.casework.watch.WatchState.RETIRED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.watch.WatchFact.Arrived;
import org.haetae.casework.watch.WatchFact.Found;
import org.haetae.casework.watch.WatchFact.Issued;
import org.haetae.casework.watch.WatchFact.Lost;
import org.haetae.casework.watch.WatchFact.Received;
import org.haetae.casework.watch.WatchFact.Registered;
import org.haetae.casework.watch.WatchFact.Renewed;
import org.haetae.casework.watch.WatchFact.Repaired;
import org.haetae.casework.watch.WatchFact.Reserved;
import org.haetae.casework.watch.WatchFact.Retired;
import org.haetae.casework.watch.WatchFact.Returned;
import org.haetae.casework.watch.WatchFact.Sent;
import org.haetae.casework.watch.WatchFact.SentToRepair;
import org.haetae.casework.watch.WatchFact.Unreserved;
import org.haetae.casework.watch.WatchFact.WearingChecked;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/**
 * A watch as its facts have made it. {@link #after} applies a fact or refuses it, so a fact that
 * was accepted once is accepted again when the run is replayed.
 *
 * @param station whose stock it counts in; while it travels, the one that sent it
 * @param travelsTo where it is expected, until that station says that it has it
 * @param keptFor the request that it is reserved for
 * @param holding while a person has it, or had it when it was lost
 * @param past holdings that are over, the oldest first
 */
public record Watch(
    WatchSerial serial,
    String model,
    String firmware,
    WatchState state,
    StationId station,
    Optional<StationId> travelsTo,
    Optional<RequestKey> keptFor,
    Optional<Holding> holding,
    List<PastHolding> past) {
  public Watch {
    past = List.copyOf(past);
  }

  /** A watch that comes into a station's stock. */
  public static Watch received(WatchSerial serial, Received fact) {
    return new Watch(
        serial,
        named(serial, fact.model(), "its model"),
        fact.firmware(),
        IN_STOCK,
        fact.station(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Whether it could be promised to somebody. */
  public boolean free() {
    return state == IN_STOCK && travelsTo.isEmpty();
  }

  /** When somebody last took it or gave it back; empty while nobody has had it. */
  public Optional<Instant> changedHands() {
    return holding
        .map(Holding::since)
        .or(() -> past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().ended()));
  }

  /** Hands it over; everything that belongs to that must have been done. */
  public Issued issue(RequestKey request, Handing handing, Deed deed, Instant until) {
    named(serial, handing.identity(), "how the person's identity was checked");
    if (!handing.fitted()) {
      throw refusal("must be fitted, and its button tried, before it is handed over");
    }
    if (!handing.testCall()) {
      throw refusal("needs a test call that the emergency room hears before it is handed over");
    }
    Issued fact = new Issued(deed.at(), deed.by(), request, handing.identity().strip(), until);
    var _ = after(fact);
    return fact;
  }

  /** The watch after {@code fact}. */
  public Watch after(WatchFact fact) {
    return switch (fact) {
      case Received _ -> throw refusal("is in the books already");
      case Reserved reserved -> reserve(reserved);
      case Unreserved _ -> {
        require(EnumSet.of(RESERVED), "kept for nobody");
        yield with(IN_STOCK).keep(Optional.empty());
      }
      case Sent sent -> send(sent);
      case Arrived _ -> {
        StationId there =
            travelsTo.orElseThrow(() -> refusal("isn't on its way to another station"));
        yield at(there, Optional.empty());
      }
      case Issued issued -> hand(issued);
      case Registered registered -> register(registered);
      case WearingChecked checked -> {
        Holding held = held();
        yield hold(
            new Holding(
                held.request(),
                held.since(),
                held.until(),
                held.registration(),
                Optional.of(checked)));
      }
      case Renewed renewed -> renew(renewed);
      case Returned returned -> {
        require(EnumSet.of(ISSUED), "with nobody, so nobody can give it back");
        yield home(returned.station()).over(ended(returned.at(), true));
      }
      case Lost lost -> {
        require(EnumSet.of(IN_STOCK, RESERVED, ISSUED, REPAIR), "lost or retired already");
        named(serial, lost.reason(), "how it was lost");
        yield with(LOST).keep(Optional.empty()).at(station, Optional.empty());
      }
      case Found found -> {
        require(EnumSet.of(LOST), "not lost");
        yield home(found.station()).over(ended(found.at(), true));
      }
      case SentToRepair _ -> {
        require(EnumSet.of(IN_STOCK, RESERVED), "not at a station; take it back first");
        yield with(REPAIR).keep(Optional.empty()).at(station, Optional.empty());
      }
      case Repaired repaired -> {
        require(EnumSet.of(REPAIR), "not in repair");
        yield home(station).flashed(repaired.firmware());
      }
      case Retired retired -> {
        require(EnumSet.of(IN_STOCK, REPAIR, LOST), "in use: take it back first");
        yield new Watch(
            serial,
            model,
            firmware,
            RETIRED,
            station,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ended(retired.at(), false));
      }
    };
  }

  private Watch reserve(Reserved fact) {
    require(EnumSet.of(IN_STOCK), "not free");
    if (travelsTo.isPresent()) {
      throw refusal("is on its way to another station; reserve it when it is there");
    }
    return with(RESERVED).keep(Optional.of(fact.request()));
  }

  private Watch send(Sent fact) {
    require(EnumSet.of(IN_STOCK, RESERVED), "not in the stock of a station");
    if (travelsTo.isPresent()) {
      throw refusal("is on its way to " + travelsTo.get() + " already");
    }
    if (fact.to().equals(station)) {
      throw refusal("is at " + station + " already");
    }
    return at(station, Optional.of(fact.to()));
  }

  private Watch hand(Issued fact) {
    require(EnumSet.of(RESERVED), "not reserved: reserve it for the request first");
    if (travelsTo.isPresent()) {
      throw refusal("is on its way to " + travelsTo.get() + "; it must arrive there first");
    }
    if (!keptFor.equals(Optional.of(fact.request()))) {
      throw refusal("is kept for another request");
    }
    if (!fact.until().isAfter(fact.at())) {
      throw refusal("must be handed over for some time");
    }
    return with(ISSUED)
        .keep(Optional.empty())
        .hold(
            new Holding(
                fact.request(), fact.at(), fact.until(), Optional.empty(), Optional.empty()));
  }

  private Watch register(Registered fact) {
    Holding held = held();
    named(serial, fact.confirmation(), "the confirmation's number");
    if (held.registration().isPresent()) {
      throw refusal("is registered already");
    }
    return hold(
        new Holding(
            held.request(),
            held.since(),
            held.until(),
            Optional.of(fact.confirmation()),
            held.wearing()));
  }

  private Watch renew(Renewed fact) {
    Holding held = held();
    if (!fact.until().isAfter(held.until())) {
      throw refusal("is handed over until %s: renew it for longer".formatted(held.until()));
    }
    return hold(
        new Holding(
            held.request(), held.since(), fact.until(), held.registration(), held.wearing()));
  }

  private Holding held() {
    require(EnumSet.of(ISSUED), "with nobody");
    return holding.orElseThrow();
  }

  private void require(Set<WatchState> wanted, String otherwise) {
    if (!wanted.contains(state)) {
      throw refusal("is " + otherwise);
    }
  }

  private Watch with(WatchState next) {
    return new Watch(serial, model, firmware, next, station, travelsTo, keptFor, holding, past);
  }

  private Watch keep(Optional<RequestKey> request) {
    return new Watch(serial, model, firmware, state, station, travelsTo, request, holding, past);
  }

  private Watch hold(Holding next) {
    return new Watch(
        serial, model, firmware, state, station, travelsTo, keptFor, Optional.of(next), past);
  }

  private Watch at(StationId where, Optional<StationId> to) {
    return new Watch(serial, model, firmware, state, where, to, keptFor, holding, past);
  }

  private Watch home(StationId where) {
    return new Watch(
        serial,
        model,
        firmware,
        IN_STOCK,
        where,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        past);
  }

  /** What is over once the holding, if there is one, ends. */
  private List<PastHolding> ended(Instant at, boolean back) {
    return holding
        .map(
            held ->
                Stream.concat(
                        past.stream(),
                        Stream.of(new PastHolding(held.since(), held.until(), at, back)))
                    .toList())
        .orElse(past);
  }

  private Watch over(List<PastHolding> all) {
    return new Watch(serial, model, firmware, state, station, travelsTo, keptFor, holding, all);
  }

  private Watch flashed(String newer) {
    return new Watch(serial, model, newer, state, station, travelsTo, keptFor, holding, past);
  }

  private WatchRefusal refusal(String why) {
    return new WatchRefusal("watch %s %s".formatted(serial, why));
  }

  private static String named(WatchSerial serial, String text, String what) {
    if (text.isBlank()) {
      throw new WatchRefusal("watch %s needs to be told %s".formatted(serial, what));
    }
    return text.strip();
  }
}
