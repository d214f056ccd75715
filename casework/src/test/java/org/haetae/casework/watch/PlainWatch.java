package org.haetae.casework.watch;

import static org.haetae.casework.watch.WatchState.IN_STOCK;
import static org.haetae.casework.watch.WatchState.ISSUED;
import static org.haetae.casework.watch.WatchState.LOST;
import static org.haetae.casework.watch.WatchState.REPAIR;
import static org.haetae.casework.watch.WatchState.RESERVED;
import static org.haetae.casework.watch.WatchState.RETIRED;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * What a watch may go through, written down once more by hand as a table of states. {@link Watch}
 * must agree with it.
 *
 * @param whose kept for it, with its person, or lost by its person
 * @param until of who has it, or had it when it was lost
 * @param registered whether the emergency system knows it there
 */
public record PlainWatch(
    WatchState state,
    StationId station,
    Optional<StationId> travelsTo,
    Optional<RequestKey> whose,
    Optional<Instant> until,
    boolean registered) {

  /** From which states a fact leads, and to which; empty where it leads nowhere else. */
  private record Move(Set<WatchState> from, Optional<WatchState> to) {
    static Move to(WatchState to, WatchState... from) {
      return new Move(Set.of(from), Optional.of(to));
    }

    static Move within(WatchState... states) {
      return new Move(Set.of(states), Optional.empty());
    }
  }

  private static final Map<Class<? extends WatchFact>, Move> TABLE =
      Map.ofEntries(
          Map.entry(Reserved.class, Move.to(RESERVED, IN_STOCK)),
          Map.entry(Unreserved.class, Move.to(IN_STOCK, RESERVED)),
          Map.entry(Sent.class, Move.within(IN_STOCK, RESERVED)),
          Map.entry(Arrived.class, Move.within(IN_STOCK, RESERVED)),
          Map.entry(Issued.class, Move.to(ISSUED, RESERVED)),
          Map.entry(Registered.class, Move.within(ISSUED)),
          Map.entry(WearingChecked.class, Move.within(ISSUED)),
          Map.entry(Renewed.class, Move.within(ISSUED)),
          Map.entry(Returned.class, Move.to(IN_STOCK, ISSUED)),
          Map.entry(Lost.class, Move.to(LOST, IN_STOCK, RESERVED, ISSUED, REPAIR)),
          Map.entry(Found.class, Move.to(IN_STOCK, LOST)),
          Map.entry(SentToRepair.class, Move.to(REPAIR, IN_STOCK, RESERVED)),
          Map.entry(Repaired.class, Move.to(IN_STOCK, REPAIR)),
          Map.entry(Retired.class, Move.to(RETIRED, IN_STOCK, REPAIR, LOST)));

  /** What is compared of the real one. */
  public static PlainWatch of(Watch watch) {
    return new PlainWatch(
        watch.state(),
        watch.station(),
        watch.travelsTo(),
        watch.holding().map(Holding::request).or(watch::keptFor),
        watch.holding().map(Holding::until),
        watch.holding().flatMap(Holding::registration).isPresent());
  }

  public static Optional<PlainWatch> received(Received fact) {
    return fact.model().isBlank()
        ? Optional.empty()
        : Optional.of(home(IN_STOCK, fact.station(), Optional.empty()));
  }

  public boolean free() {
    return state == IN_STOCK && travelsTo.isEmpty();
  }

  /** The watch after a fact; empty where it must be refused. */
  public Optional<PlainWatch> after(WatchFact fact) {
    Move move = TABLE.get(fact.getClass());
    if (move == null || !move.from().contains(state) || !allows(fact)) {
      return Optional.empty();
    }
    WatchState next = move.to().orElse(state);
    return Optional.of(
        switch (fact) {
          case Reserved reserved ->
              new PlainWatch(
                  next, station, travelsTo, Optional.of(reserved.request()), until, false);
          case Sent sent ->
              new PlainWatch(next, station, Optional.of(sent.to()), whose, until, registered);
          case Arrived _ -> home(next, travelsTo.orElseThrow(), whose);
          case Unreserved _ ->
              new PlainWatch(next, station, travelsTo, Optional.empty(), until, false);
          case Issued issued ->
              new PlainWatch(next, station, travelsTo, whose, Optional.of(issued.until()), false);
          case Registered _ -> new PlainWatch(next, station, travelsTo, whose, until, true);
          case Renewed renewed ->
              new PlainWatch(
                  next, station, travelsTo, whose, Optional.of(renewed.until()), registered);
          case Lost _ when state == ISSUED ->
              new PlainWatch(next, station, Optional.empty(), whose, until, registered);
          case Returned returned -> home(next, returned.station(), Optional.empty());
          case Found found -> home(next, found.station(), Optional.empty());
          case WearingChecked _ -> this;
          default -> home(next, station, Optional.empty());
        });
  }

  private boolean allows(WatchFact fact) {
    return switch (fact) {
      case Reserved _ -> travelsTo.isEmpty();
      case Sent sent -> travelsTo.isEmpty() && !sent.to().equals(station);
      case Arrived _ -> travelsTo.isPresent();
      case Issued issued ->
          travelsTo.isEmpty()
              && whose.equals(Optional.of(issued.request()))
              && issued.until().isAfter(issued.at());
      case Registered known -> !registered && !known.confirmation().isBlank();
      case Renewed renewed -> renewed.until().isAfter(until.orElseThrow());
      case Lost lost -> !lost.reason().isBlank();
      default -> true;
    };
  }

  private static PlainWatch home(WatchState state, StationId where, Optional<RequestKey> whose) {
    return new PlainWatch(state, where, Optional.empty(), whose, Optional.empty(), false);
  }
}
