package org.haetae.casework.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.haetae.casework.erasure.Erasing;
import org.haetae.casework.erasure.ErasureRefusal;
import org.haetae.casework.office.Office;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.WatchSerial;

/**
 * Ends what is due by the clock and not held. Whatever it ends is in the audit trail; a round that
 * was interrupted anywhere is ended by the next. One thread.
 */
public final class RetentionRound {
  private static final int PASSES = 3;

  private final FactsReader reader;
  private final Store store;
  private final Erasing erasing;
  private final RetentionRules rules;
  private final InstantSource clock;

  public RetentionRound(
      Office office, Store store, Erasing erasing, RetentionRules rules, InstantSource clock) {
    this.reader = new FactsReader(office, store);
    this.store = store;
    this.erasing = erasing;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * One round; everything is tried though one thing fails.
   *
   * @return how many things have gone
   * @throws RuntimeException the first fault, the others with it; the next round tries again
   */
  public int run() {
    Faults faults = new Faults();
    Instant now = clock.instant();
    faults.during(
        () -> {
          erasing.resume(now);
          return 0;
        });
    int gone = 0;
    for (int pass = 0, ended = 1; ended > 0 && pass < PASSES; pass++) {
      ended = pass(now, faults);
      gone += ended;
    }
    if (gone > 0) {
      // A reader may need the log for a while; then the next round, or the next write, empties it.
      var _ = store.emptyLog();
    }
    faults.raise();
    return gone;
  }

  /** What goes makes other things due: a name, once no case and no order has it any more. */
  private int pass(Instant now, Faults faults) {
    Facts facts = reader.read();
    Inventory inventory = Inventory.of(facts);
    Holds holds = new Holds(store.read(in -> in.holds().held()));
    int gone = 0;
    for (Kept kept : due(inventory, rules, holds, now)) {
      gone += faults.during(() -> end(kept, facts, now));
    }
    Set<Owner> spared = holds.around(inventory);
    return gone + faults.during(() -> heaps(spared, now));
  }

  /** What has to go at {@code now}: cases before their orders, orders before their names. */
  static List<Kept> due(Inventory inventory, RetentionRules rules, Holds holds, Instant now) {
    return inventory.all().stream()
        .filter(kept -> rules.judge(kept, holds, now) instanceof Verdict.Due)
        .sorted(Comparator.comparing(Kept::what).thenComparing(Kept::id))
        .toList();
  }

  private int end(Kept kept, Facts facts, Instant now) {
    Deed deed = new Deed(Actor.CLOCK, now);
    switch (kept.what()) {
      case CASE -> erasing.erase(new CaseId(kept.id()), Set.of(), kept.near(), deed);
      case ORDER -> erasing.erase(new OrderId(kept.id()), kept.near(), deed);
      case RESPONDENT -> erasing.erase(new RespondentId(kept.id()), deed);
      case PHOTOGRAPH ->
          facts.photographs().stream()
              .filter(photograph -> photograph.name().equals(kept.id()))
              .forEach(photograph -> unlessHeld(kept, photograph));
      case POSITION -> unlessHeld(kept);
      case PARCEL, LINK, TEMPLATE, PICTURE, AUDIT, EMERGENCY ->
          throw new IllegalArgumentException(kept.what() + " has no names");
    }
    return 1;
  }

  private void unlessHeld(Kept kept, Facts.OfPhotograph photograph) {
    store.run(
        in -> {
          if (in.holds().anyOf(kept.near()).isEmpty()) {
            in.kept().deletePhotograph(photograph);
          }
        });
  }

  private void unlessHeld(Kept kept) {
    store.run(
        in -> {
          if (in.holds().anyOf(kept.near()).isEmpty()) {
            in.kept().deletePosition(new WatchSerial(kept.id()));
          }
        });
  }

  private int heaps(Set<Owner> spared, Instant now) {
    return store.write(
        in -> {
          int parcels =
              rules
                  .dueUpTo(KeptClass.PARCEL, now)
                  .map(upTo -> in.kept().deleteParcels(upTo, spared))
                  .orElse(0);
          int links = rules.dueUpTo(KeptClass.LINK, now).map(in.kept()::deleteLinks).orElse(0);
          return parcels + links;
        });
  }

  /** Everything is tried; a refusal only says that the world has moved on meanwhile. */
  private static final class Faults {
    private final List<RuntimeException> all = new ArrayList<>();

    int during(IntSupplier step) {
      try {
        return step.getAsInt();
      } catch (ErasureRefusal e) {
        return 0;
      } catch (RuntimeException e) {
        all.add(e);
        return 0;
      }
    }

    void raise() {
      if (!all.isEmpty()) {
        RuntimeException first = all.getFirst();
        all.stream().skip(1).forEach(first::addSuppressed);
        throw first;
      }
    }
  }
}
