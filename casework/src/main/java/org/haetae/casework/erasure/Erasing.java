package org.haetae.casework.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.office.Office;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Erasure;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.casework.vault.KeyRing;
import org.haetae.casework.vault.PhotographVault;
import org.haetae.casework.vault.VaultException;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/**
 * Erases cases, orders and respondents in steps, each of which may be the last before a crash and
 * can be done again: the wish; memory; the keys; what waits to be told; the log. Rows of the ledger
 * and of incidents stay where they are, since others are numbered after them; nobody can read them.
 * Safe for many threads.
 */
public final class Erasing {
  private final Office office;
  private final Store store;
  private final KeyRing ring;
  private final PhotographVault photographs;
  private final ReentrantLock turn = new ReentrantLock();

  public Erasing(Office office, Store store, KeyRing ring, PhotographVault photographs) {
    this.office = office;
    this.store = store;
    this.ring = ring;
    this.photographs = photographs;
  }

  /**
   * Erases a closed case with its photographs and its person's name, and orders with it.
   *
   * @param orders that have ended, whose faces are gone, and that no other case needs
   * @throws ErasureRefusal where one of them can't go yet; nothing has happened then
   * @throws VaultException where the disk refuses; {@link #resume} goes on
   */
  public void erase(CaseId id, Set<OrderId> orders, Deed deed) {
    erase(id, orders, Set.of(), deed);
  }

  /**
   * As above, and refuses where one of {@code near} is held too.
   *
   * @param near what belongs to the case
   */
  public void erase(CaseId id, Set<OrderId> orders, Set<Owner> near, Deed deed) {
    CaseFile file =
        office
            .<Optional<CaseFile>>look(files -> files.find(id))
            .orElseThrow(() -> new ErasureRefusal("there is no case %s".formatted(id)));
    if (file.open()) {
      throw ErasureRefusal.open(id);
    }
    List<Owner> owners = new ArrayList<>();
    owners.add(Owner.of(id));
    orders.stream().map(Owner::of).forEach(owners::add);
    begin(
        owners,
        in -> {
          requireNotHeld(in, near);
          orders.forEach(order -> requireOver(in, order, deed.at()));
        },
        deed);
  }

  /**
   * Erases an order that has ended, with its incidents, though cases that it named stay.
   *
   * @param near what belongs to the order: where it is held, the order stays
   * @throws ErasureRefusal where it can't go yet
   * @throws VaultException as above
   */
  public void erase(OrderId id, Set<Owner> near, Deed deed) {
    begin(
        List.of(Owner.of(id)),
        in -> {
          requireNotHeld(in, near);
          requireOver(in, id, deed.at());
        },
        deed);
  }

  /**
   * Erases the name of a respondent whom no case names any more.
   *
   * @throws ErasureRefusal where one does
   * @throws VaultException as above
   */
  public void erase(RespondentId id, Deed deed) {
    boolean named =
        office.look(
            files ->
                files.cases().stream().anyMatch(file -> file.opened().respondents().contains(id)));
    if (named) {
      throw new ErasureRefusal("a case names respondent %s: erase it first".formatted(id));
    }
    begin(List.of(Owner.of(id)), _ -> {}, deed);
  }

  /** In the transaction of the wish, so that no hold comes too late unseen. */
  private static void requireNotHeld(Transaction in, Collection<Owner> owners) {
    in.holds()
        .anyOf(owners)
        .ifPresent(
            held -> {
              throw ErasureRefusal.held(held);
            });
  }

  private static void requireOver(Transaction in, OrderId order, Instant now) {
    Instant ends =
        in.orders()
            .find(order)
            .map(OrderFile::endsAt)
            .orElseThrow(() -> new ErasureRefusal("there is no order %s".formatted(order)));
    if (ends.isAfter(now)) {
      throw ErasureRefusal.notEnded(order);
    }
    if (in.templates().key(order).isPresent()) {
      throw new ErasureRefusal("order %s still has faces: purge them first".formatted(order));
    }
  }

  private void begin(List<Owner> owners, Check check, Deed deed) {
    turn.lock();
    try {
      store.run(
          in -> {
            requireNotHeld(in, owners);
            check.on(in);
            owners.forEach(owner -> in.erasures().ask(owner, deed.by(), deed.at()));
          });
      owners.forEach(owner -> carryOut(owner, deed.at()));
    } finally {
      turn.unlock();
    }
  }

  /**
   * Goes on with what a crash or a fault has interrupted. To be called once at the start, before
   * anybody works, and from time to time.
   *
   * @throws VaultException where the disk still refuses
   */
  public void resume(Instant now) {
    turn.lock();
    try {
      store.read(in -> in.erasures().open()).stream()
          .map(Erasure::owner)
          .forEach(owner -> carryOut(owner, now));
    } finally {
      turn.unlock();
    }
  }

  private void carryOut(Owner owner, Instant now) {
    switch (owner.kind()) {
      case CASE -> {
        CaseId file = new CaseId(owner.id());
        office.forget(file);
        photographs.erase(file);
        store.run(in -> in.readings().forget(file));
      }
      case ORDER, RESPONDENT, HOUSE -> {}
    }
    ring.erase(owner);
    store.run(
        in -> {
          in.erasures().keysGone(owner, now);
          in.outbox().forget(owner);
          in.register().remove(owner);
        });
    if (!store.emptyLog()) {
      throw new VaultException(
          "the keys of an erasure are destroyed, but the database's log is being read and can't be"
              + " emptied: it is tried again");
    }
    store.run(in -> in.erasures().done(owner, now));
  }

  @FunctionalInterface
  private interface Check {
    void on(Transaction in);
  }
}
