package org.haetae.casework.retention;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.erasure.ErasureRefusal;
import org.haetae.casework.office.Office;
import org.haetae.casework.retention.Facts.OfCase;
import org.haetae.casework.retention.Facts.OfOrder;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/**
 * What goes where somebody is erased on request, before a rule says so. A rule of the house gives
 * way to the supervisor who decides it; a law, a hold and whatever is still open don't.
 *
 * @param orders that go with a case: those that no other case needs
 * @param photographs how many go with a case
 * @param near on whom a hold would keep it
 * @param keptUntil until when the house would have kept it; empty where that is over
 */
public record ErasurePlan(
    Owner of, Set<OrderId> orders, int photographs, Set<Owner> near, Optional<Instant> keptUntil) {
  public ErasurePlan {
    orders = Set.copyOf(orders);
    near = Set.copyOf(near);
  }

  /**
   * Changes nothing.
   *
   * @param deed of whoever wants to know
   * @throws ErasureRefusal where it can't go, or somebody else than a supervisor asks
   */
  public static ErasurePlan of(
      Office office, Store store, RetentionRules rules, Owner of, Deed deed) {
    if (!deed.actor().supervises()) {
      throw new ErasureRefusal("only a supervisor decides what is erased");
    }
    Facts facts = new FactsReader(office, store).read();
    ErasurePlan plan = new Planning(facts, Inventory.of(facts), rules, deed.at()).of(of);
    store
        .read(in -> in.holds().anyOf(plan.near()))
        .ifPresent(
            held -> {
              throw ErasureRefusal.held(held);
            });
    return plan;
  }

  private record Planning(Facts facts, Inventory inventory, RetentionRules rules, Instant now) {

    ErasurePlan of(Owner of) {
      return switch (of.kind()) {
        case CASE -> ofCase(new CaseId(of.id()));
        case ORDER -> ofOrder(new OrderId(of.id()));
        case RESPONDENT -> ofRespondent(new RespondentId(of.id()));
        case HOUSE -> throw new ErasureRefusal("the house itself is never erased");
      };
    }

    private ErasurePlan ofCase(CaseId id) {
      Kept kept = kept(KeptClass.CASE, id.value());
      OfCase file = only(facts.cases().stream().filter(one -> one.id().equals(id)).toList());
      if (file.closed().isEmpty()) {
        throw ErasureRefusal.open(id);
      }
      Set<Owner> near = new HashSet<>(kept.near());
      Set<OrderId> orders = new HashSet<>();
      Set<Instant> until = new TreeSet<>();
      for (OfOrder order : facts.orders()) {
        if (!order.people().contains(file.person())) {
          continue;
        }
        Kept one = kept(KeptClass.ORDER, order.id().value());
        if (isOf(one, id)) {
          requireOver(order);
          orders.add(order.id());
          until(one).ifPresent(until::add);
          near.addAll(one.near());
        }
      }
      requireNothingOngoing(kept);
      until(kept).ifPresent(until::add);
      int photographs =
          Math.toIntExact(
              facts.photographs().stream().filter(one -> one.file().equals(id)).count());
      return new ErasurePlan(
          Owner.of(id), orders, photographs, near, until.stream().reduce((_, last) -> last));
    }

    /** Whether an order belongs to one case and to no other. */
    private static boolean isOf(Kept order, CaseId id) {
      return order.near().stream()
          .filter(owner -> owner.kind() == Owner.Kind.CASE)
          .allMatch(Owner.of(id)::equals);
    }

    private ErasurePlan ofOrder(OrderId id) {
      Kept kept = kept(KeptClass.ORDER, id.value());
      requireOver(only(facts.orders().stream().filter(one -> one.id().equals(id)).toList()));
      facts.cases().stream()
          .filter(one -> one.closed().isEmpty() && kept.near().contains(Owner.of(one.id())))
          .findFirst()
          .ifPresent(
              one -> {
                throw new ErasureRefusal(
                    "case %s is open and needs order %s: close it first".formatted(one.id(), id));
              });
      requireNothingOngoing(kept);
      return new ErasurePlan(Owner.of(id), Set.of(), 0, kept.near(), until(kept));
    }

    private ErasurePlan ofRespondent(RespondentId id) {
      facts.cases().stream()
          .filter(one -> one.respondents().contains(id))
          .findFirst()
          .ifPresent(one -> named("case " + one.id(), id));
      facts.orders().stream()
          .filter(one -> one.respondent().equals(id))
          .findFirst()
          .ifPresent(one -> named("order " + one.id(), id));
      Kept kept = kept(KeptClass.RESPONDENT, id.value());
      return new ErasurePlan(Owner.of(id), Set.of(), 0, kept.near(), until(kept));
    }

    private static void named(String by, RespondentId id) {
      throw new ErasureRefusal("%s names respondent %s: erase it first".formatted(by, id));
    }

    private Kept kept(KeptClass what, String id) {
      return inventory
          .find(what, id)
          .orElseThrow(
              () ->
                  new ErasureRefusal(
                      "nothing is kept about %s: look at the id again".formatted(id)));
    }

    private static <T> T only(List<T> one) {
      return one.getFirst(); // the inventory was made of these
    }

    private void requireOver(OfOrder order) {
      if (order.ends().isAfter(now)) {
        throw ErasureRefusal.notEnded(order.id());
      }
      if (order.faces()) {
        throw new ErasureRefusal(
            "order %s still has faces: a site that runs purges them".formatted(order.id()));
      }
    }

    private static void requireNothingOngoing(Kept kept) {
      if (kept.since().isEmpty()) {
        throw new ErasureRefusal(
            "%s has an incident that nobody has closed: close it first".formatted(kept.id()));
      }
    }

    private Optional<Instant> until(Kept kept) {
      RetentionRule rule = rules.of(kept.what());
      Optional<Instant> until =
          kept.since()
              .flatMap(since -> rules.dueAt(kept.what(), since))
              .filter(due -> due.isAfter(now));
      if (until.isPresent() && rule.basis() == RetentionRule.Basis.LAW) {
        throw new ErasureRefusal(
            "the law keeps %s until %s: %s".formatted(kept.id(), until.get(), rule.source()));
      }
      return until;
    }
  }
}
