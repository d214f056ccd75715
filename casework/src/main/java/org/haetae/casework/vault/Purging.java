package org.haetae.casework.vault;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.store.Purge;
import org.haetae.casework.store.PurgeReason;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.domain.id.OrderId;

/**
 * Forgets an order's faces in steps, each of which may be the last before a crash and can be done
 * again: memory; the wish, in one transaction with what causes it; the keys; the rows; the log.
 */
final class Purging {
  private final Store store;
  private final KeyFolder keys;
  private final Consumer<OrderId> forget;
  private final InstantSource clock;
  private final ReentrantLock turn;

  Purging(
      Store store,
      KeyFolder keys,
      Consumer<OrderId> forget,
      InstantSource clock,
      ReentrantLock turn) {
    this.store = store;
    this.keys = keys;
    this.forget = forget;
    this.clock = clock;
    this.turn = turn;
  }

  void happened(OrderId order, OrderEvent event) {
    OrderFile foreseen = store.read(in -> Vault.found(in, order)).after(event);
    Consumer<Transaction> wish =
        in -> {
          Instant now = clock.instant();
          OrderFile after = Vault.found(in, order).after(event);
          in.orders().save(after, now);
          PurgeReason.of(after.stateAt(now)).ifPresent(why -> ask(in, order, why, now));
        };
    if (PurgeReason.of(foreseen.stateAt(clock.instant())).isPresent()) {
      forgotten(order, wish);
    } else {
      inTurn(() -> store.run(wish));
    }
  }

  void purge(OrderId order) {
    forgotten(
        order,
        in -> {
          OrderFile _ = Vault.found(in, order);
          ask(in, order, PurgeReason.ASKED, clock.instant());
        });
  }

  void due() {
    // In one turn: an order that is extended meanwhile must not be forgotten.
    inTurn(this::lapse);
  }

  private void lapse() {
    Instant now = clock.instant();
    List<OrderId> lapsed = store.read(in -> in.orders().lapsed(now));
    List<Purge> interrupted = store.read(in -> in.purges().open());
    Faults faults = new Faults();
    // One that fails keeps no other from being forgotten.
    for (OrderId order : lapsed) {
      faults.during(() -> forgotten(order, in -> ask(in, order, whyLapsed(in, order, now), now)));
    }
    for (Purge purge : interrupted) {
      if (!lapsed.contains(purge.order())) {
        faults.during(() -> forgotten(purge.order(), _ -> {}));
      }
    }
    faults.raise();
  }

  /**
   * One that is in force again was suspended while nobody looked; one that can't be read was
   * erased, and what an older copy has brought back of its faces goes.
   */
  private static PurgeReason whyLapsed(Transaction in, OrderId order, Instant now) {
    return in.orders()
        .find(order)
        .map(file -> PurgeReason.of(file.stateAt(now)).orElse(PurgeReason.SUSPENDED))
        .orElse(PurgeReason.ENDED);
  }

  void resume() {
    Faults faults = new Faults();
    faults.during(() -> inTurn(this::sweep));
    faults.during(this::due);
    faults.raise();
  }

  /** Destroys the keys that were made for a row that a crash kept from being written. */
  private void sweep() {
    Set<String> needless = new HashSet<>(keys.names());
    needless.removeAll(store.read(in -> in.templates().keys(Optional.empty())));
    needless.forEach(keys::destroy);
  }

  private static void ask(Transaction in, OrderId order, PurgeReason why, Instant now) {
    if (in.templates().key(order).isPresent()) {
      in.purges().ask(order, why, now);
    }
  }

  private void forgotten(OrderId order, Consumer<Transaction> wish) {
    Faults faults = new Faults();
    // Memory first, without waiting for a turn: it has a second.
    faults.during(() -> forget.accept(order));
    faults.during(
        () ->
            inTurn(
                () -> {
                  // Again: the gallery may have been handed the order's faces until now.
                  faults.during(() -> forget.accept(order));
                  store.run(wish);
                  store.read(in -> in.purges().open(order)).ifPresent(this::carryOut);
                }));
    faults.raise();
  }

  private void carryOut(Purge purge) {
    if (purge.keysGone().isEmpty()) {
      for (String key : store.read(in -> in.templates().keys(Optional.of(purge.order())))) {
        keys.destroy(key);
      }
      store.run(in -> in.purges().keysGone(purge, clock.instant()));
    }
    store.run(in -> in.templates().delete(purge.order()));
    if (!store.emptyLog()) {
      throw new VaultException(
          "the key of a purge is destroyed, but the database's log is being read and can't be"
              + " emptied: it is tried again");
    }
    store.run(in -> in.purges().done(purge, clock.instant()));
  }

  private void inTurn(Runnable work) {
    turn.lock();
    try {
      work.run();
    } finally {
      turn.unlock();
    }
  }
}
