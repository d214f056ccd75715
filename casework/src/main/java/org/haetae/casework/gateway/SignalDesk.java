package org.haetae.casework.gateway;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.gateway.WatchMessage.Heartbeat;
import org.haetae.casework.gateway.WatchMessage.Sos;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.Office;
import org.haetae.casework.store.Store;
import org.haetae.casework.watch.Fix;
import org.haetae.casework.watch.SosCall;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchSignal;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.place.ProtectedPlace;

/**
 * Makes signs of life and incidents of what watches say. A message that came before changes
 * nothing. Safe for many threads.
 */
public final class SignalDesk implements WatchHearing {
  private final Office office;
  private final Store store;
  private final CoverBook cover;
  private final IncidentDesk incidents;
  private final Function<CaseId, List<ProtectedPlace>> places;
  private final UnheldWatches unheld;
  private final Consumer<SosCall> called;
  private final InstantSource clock;

  /**
   * @param places of a case's person on this site
   * @param called is told once of each call for help that is an incident, on the caller's thread
   * @param clock one that never goes back
   */
  public SignalDesk(
      Office office,
      Store store,
      CoverBook cover,
      IncidentDesk incidents,
      Function<CaseId, List<ProtectedPlace>> places,
      UnheldWatches unheld,
      Consumer<SosCall> called,
      InstantSource clock) {
    this.office = office;
    this.store = store;
    this.cover = cover;
    this.incidents = incidents;
    this.places = places;
    this.unheld = unheld;
    this.called = called;
    this.clock = clock;
  }

  /**
   * @throws org.haetae.casework.store.StoreException where it could not be kept
   */
  @Override
  public Heard hear(WatchSerial watch, byte[] message) {
    Instant now = clock.instant();
    try {
      return switch (MessageReader.read(watch, message, now)) {
        case Heartbeat heartbeat -> heartbeat(watch, heartbeat, now);
        case Sos sos -> sos(watch, sos, now);
      };
    } catch (MessageRefusal e) {
      return new Heard.Refused(String.valueOf(e.getMessage()));
    }
  }

  private Heard heartbeat(WatchSerial watch, Heartbeat heartbeat, Instant now) {
    if (!office.<Boolean>look(files -> files.watch(watch).isPresent())) {
      return new Heard.UnknownWatch();
    }
    keep(WatchSignal.of(watch, heartbeat.at(), heartbeat.battery(), heartbeat.position()), now);
    return new Heard.Heartbeat();
  }

  /**
   * The incident first; a crash before the rest only makes the gateway say it again. A call that is
   * known has been acted on: sent again, by whomever, it must not hold the cameras any longer.
   */
  private Heard sos(WatchSerial watch, Sos sos, Instant now) {
    Optional<LastHolder> holder = LastHolder.of(watch, office);
    Optional<WatchSignal> known = store.read(in -> in.readings().watch(watch));
    holder.ifPresentOrElse(
        who -> {
          SosCall call = call(watch, sos, who, known);
          if (incidents.sos(call)) {
            called.accept(call);
          }
        },
        () -> unheld.called(watch, sos.key(), now));
    Optional<Watch> its = office.look(files -> files.watch(watch));
    // One that says nothing of its battery has as much as it said last.
    if (its.isPresent()) {
      sos.battery()
          .or(() -> known.map(WatchSignal::battery))
          .ifPresent(
              battery -> keep(WatchSignal.of(watch, sos.at(), battery, sos.position()), now));
    }
    return holder.isPresent() ? new Heard.Sos() : new Heard.UnheldSos();
  }

  private SosCall call(WatchSerial watch, Sos sos, LastHolder holder, Optional<WatchSignal> known) {
    Optional<Fix> last =
        Stream.concat(sos.position().stream(), known.flatMap(WatchSignal::fix).stream())
            .max(Comparator.comparing(Fix::at));
    List<ProtectedPlace> sorted = places.apply(holder.file());
    if (last.isPresent()) {
      sorted =
          sorted.stream()
              .sorted(Comparator.comparingDouble(place -> metres(last.get(), place)))
              .toList();
    }
    return new SosCall(
        sos.key(),
        holder.file(),
        watch,
        holder.state(),
        sos.at(),
        sos.battery(),
        last,
        sorted.stream().map(ProtectedPlace::id).toList(),
        sorted.isEmpty() ? Optional.empty() : last.map(metresTo(sorted.getFirst())));
  }

  private static Function<Fix, Double> metresTo(ProtectedPlace place) {
    return fix -> metres(fix, place);
  }

  private static double metres(Fix fix, ProtectedPlace place) {
    return fix.point().metresTo(place.location());
  }

  /** What it said in somebody else's hands says nothing of whoever has it now. */
  private void keep(WatchSignal signal, Instant now) {
    Optional<Instant> handed =
        office.look(files -> files.watch(signal.watch()).flatMap(Watch::changedHands));
    if (handed.filter(signal.at()::isBefore).isPresent()) {
      return;
    }
    WatchSignal newest =
        store.write(
            in -> {
              WatchSignal merged =
                  in.readings().watch(signal.watch()).map(signal::with).orElse(signal);
              in.readings().watch(merged);
              return merged;
            });
    cover.heard(newest, now);
  }
}
