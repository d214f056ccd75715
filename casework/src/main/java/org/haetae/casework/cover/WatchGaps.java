package org.haetae.casework.cover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.plan.CoverLimits;
import org.haetae.casework.risk.Checklist;
import org.haetae.casework.risk.MeasureSuggested;
import org.haetae.casework.watch.Holding;
import org.haetae.casework.watch.Offer;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchFact.WearingChecked;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.casework.watch.WatchRules;
import org.haetae.casework.watch.WatchSignal;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.WatchSerial;

/** A watch that was asked for must be on the arm, known to the emergency system, and alive. */
record WatchGaps(CoverLimits limits, WatchRules rules, Checklist checklist) implements GapRule {
  private static final int OFFERS_NAMED = 3;

  @Override
  public void find(Covered who, World world, Now now, Consumer<Gap> found) {
    who.file().ifPresent(file -> find(file, world, now, found));
  }

  private void find(CaseFile file, World world, Now now, Consumer<Gap> found) {
    if (file.requests().isEmpty()) {
      notAsked(file, found);
    }
    // Not the newest request alone: while a replacement is asked for, the old watch is on the arm.
    for (WatchRequest request : file.requests()) {
      untold(request, now, found);
      if (request.open()) {
        notIssued(request, world, now, found);
      } else if (request.handed().isPresent()) {
        request
            .watch()
            .flatMap(world::watch)
            .ifPresent(watch -> handed(watch, file, request, world, now, found));
      }
    }
  }

  private void notAsked(CaseFile file, Consumer<Gap> found) {
    boolean suggested =
        file.risk()
            .grade()
            .map(grade -> checklist.suggested(grade).contains(MeasureSuggested.WATCH))
            .orElse(false);
    if (suggested) {
      found.accept(Gap.of(GapKind.WATCH_NOT_ASKED, "", file.risk().history().getLast().at()));
    }
  }

  private void notIssued(WatchRequest request, World world, Now now, Consumer<Gap> found) {
    Instant due = request.asked().plus(limits.issue());
    boolean late = now.reached(due);
    GapKind kind = late ? GapKind.WATCH_NOT_ISSUED_LONG : GapKind.WATCH_NOT_ISSUED;
    String where =
        request
            .watch()
            .map(serial -> kept(serial, world.watch(serial)))
            .orElseGet(() -> offered(world.offers(request.station())));
    found.accept(
        Gap.of(kind, "request " + request.number(), request.asked()).until(due).saying(where));
  }

  /** Where the watch is: whoever must hand it over may be at another station. */
  private static String kept(WatchSerial serial, Optional<Watch> watch) {
    String where = watch.map(one -> " at " + one.station()).orElse("");
    String way = watch.flatMap(Watch::travelsTo).map(to -> ", on its way to " + to).orElse("");
    return "%s is kept for it%s%s".formatted(serial, where, way);
  }

  /** The Jeju case: a watch was in stock and nobody looked. So it is said where one is. */
  private static String offered(List<Offer> offers) {
    return offers.isEmpty()
        ? "no station within reach has one"
        : offers.stream().limit(OFFERS_NAMED).map(Offer::words).collect(Collectors.joining("; "));
  }

  private void untold(WatchRequest request, Now now, Consumer<Gap> found) {
    for (Map.Entry<RequestStep, Instant> step : request.untold().entrySet()) {
      Instant due = step.getValue().plus(limits.told());
      if (now.reached(due)) {
        found.accept(
            Gap.of(GapKind.APPLICANT_UNTOLD, "request " + request.number(), due)
                .until(due)
                .saying(step.getKey().name()));
      }
    }
  }

  private void handed(
      Watch watch, CaseFile file, WatchRequest request, World world, Now now, Consumer<Gap> found) {
    Optional<Holding> its =
        watch
            .holding()
            .filter(
                held ->
                    held.request().file().equals(file.id())
                        && held.request().number() == request.number());
    if (its.isEmpty()) {
      return;
    }
    if (watch.state() == WatchState.LOST) {
      found.accept(Gap.of(GapKind.WATCH_LOST, watch.serial().value(), its.get().since()));
      return;
    }
    worn(watch, its.get(), now, found);
    if (its.get().registration().isEmpty()) {
      found.accept(Gap.of(GapKind.WATCH_UNREGISTERED, watch.serial().value(), its.get().since()));
    }
    if (world.hearsWatches()) {
      alive(watch, its.get(), world.signal(watch.serial()), now, found);
    }
  }

  private void worn(Watch watch, Holding held, Now now, Consumer<Gap> found) {
    String serial = watch.serial().value();
    Instant looked = held.wearing().map(WearingChecked::at).orElse(held.since());
    Instant due = rules.wearingDue(looked);
    if (now.reached(due)) {
      found.accept(Gap.of(GapKind.WEARING_CHECK_OVERDUE, serial, due).until(due));
    }
    held.wearing()
        .filter(check -> !check.worn())
        .ifPresent(
            check ->
                found.accept(
                    Gap.of(GapKind.WATCH_NOT_WORN, serial, check.at()).saying(check.note())));
    Instant renew = held.until().minus(limits.renewal());
    if (now.reached(renew)) {
      found.accept(Gap.of(GapKind.WATCH_ENDING, serial, renew).until(held.until()));
    }
  }

  private void alive(
      Watch watch, Holding held, Optional<WatchSignal> signal, Now now, Consumer<Gap> found) {
    String serial = watch.serial().value();
    Optional<WatchSignal> since = signal.filter(one -> !one.at().isBefore(held.since()));
    Instant silent = since.map(WatchSignal::at).orElse(held.since()).plus(rules.silence());
    if (now.reached(silent)) {
      found.accept(Gap.of(GapKind.WATCH_SILENT, serial, silent));
      return;
    }
    if (since.isEmpty()) {
      return;
    }
    if (since.get().battery() <= rules.lowBattery()) {
      found.accept(
          Gap.of(GapKind.WATCH_LOW, serial, since.get().at())
              .saying(since.get().battery() + " percent"));
    }
    Instant old = since.get().positionAt().plus(rules.stalePosition());
    if (now.reached(old)) {
      found.accept(Gap.of(GapKind.WATCH_POSITION_OLD, serial, old));
    }
  }
}
