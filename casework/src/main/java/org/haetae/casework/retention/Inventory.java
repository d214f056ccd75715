package org.haetae.casework.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.retention.Facts.OfCase;
import org.haetae.casework.retention.Facts.OfIncident;
import org.haetae.casework.retention.Facts.OfOrder;
import org.haetae.casework.retention.Facts.OfPhotograph;
import org.haetae.casework.retention.Facts.OfPosition;
import org.haetae.casework.retention.Facts.OfRespondent;
import org.haetae.casework.store.Owner;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;

/**
 * What is kept, from when its time runs, and to whom it belongs. An order belongs to the cases of
 * all whom it protects, so neither loses what the other still needs. Immutable.
 *
 * @param all each with its class
 */
public record Inventory(List<Kept> all) {
  /**
   * A photograph from so long before an incident's begin, or after its end, is tied to it and kept
   * as long as it. The house's choice: a month, as long as a photograph is kept by itself.
   */
  static final Duration TIED = Duration.ofDays(30);

  public Inventory {
    all = List.copyOf(all);
  }

  /** What is kept by these facts. */
  public static Inventory of(Facts facts) {
    return new Inventory(new Taking(facts).all());
  }

  /** One thing; empty where it isn't kept. */
  public Optional<Kept> find(KeptClass what, String id) {
    return all.stream().filter(kept -> kept.what() == what && kept.id().equals(id)).findFirst();
  }

  private static final class Taking {
    private final Facts facts;
    private final Map<ProtectedPersonId, List<OfOrder>> orders = new HashMap<>();
    private final Map<ProtectedPersonId, List<OfCase>> cases = new HashMap<>();
    private final Map<CaseId, OfCase> byId = new HashMap<>();
    private final Map<Owner, List<OfIncident>> incidents = new HashMap<>();
    private final Set<RespondentId> named = new HashSet<>();

    Taking(Facts facts) {
      this.facts = facts;
      for (OfCase one : facts.cases()) {
        byId.put(one.id(), one);
        cases.computeIfAbsent(one.person(), _ -> new ArrayList<>()).add(one);
        named.addAll(one.respondents());
      }
      for (OfOrder one : facts.orders()) {
        one.people()
            .forEach(person -> orders.computeIfAbsent(person, _ -> new ArrayList<>()).add(one));
        named.add(one.respondent());
      }
      for (OfIncident one : facts.incidents()) {
        incidents.computeIfAbsent(one.of(), _ -> new ArrayList<>()).add(one);
      }
    }

    List<Kept> all() {
      List<Kept> all = new ArrayList<>();
      facts.cases().forEach(one -> all.add(kept(one)));
      facts.orders().forEach(one -> all.add(kept(one)));
      facts.photographs().forEach(one -> all.add(kept(one)));
      facts.positions().forEach(one -> all.add(kept(one)));
      facts.respondents().forEach(one -> all.add(kept(one)));
      return all;
    }

    private List<OfOrder> orders(OfCase file) {
      return orders.getOrDefault(file.person(), List.of());
    }

    private List<OfCase> cases(OfOrder order) {
      return order.people().stream()
          .flatMap(person -> cases.getOrDefault(person, List.of()).stream())
          .toList();
    }

    private List<OfIncident> incidents(OfCase file) {
      List<OfIncident> all = new ArrayList<>(ofOne(Owner.of(file.id())));
      orders(file).forEach(order -> all.addAll(ofOne(Owner.of(order.id()))));
      return all;
    }

    private List<OfIncident> ofOne(Owner owner) {
      return incidents.getOrDefault(owner, List.of());
    }

    private Set<Owner> around(CaseId file) {
      Set<Owner> near = new HashSet<>(Set.of(Owner.of(file)));
      Optional.ofNullable(byId.get(file))
          .ifPresent(one -> orders(one).forEach(order -> near.add(Owner.of(order.id()))));
      return near;
    }

    private Kept kept(OfCase file) {
      Latest latest = new Latest();
      latest.add(file.closed());
      orders(file).forEach(order -> latest.add(Optional.of(order.ends())));
      incidents(file).forEach(latest::add);
      return new Kept(KeptClass.CASE, file.id().value(), latest.since(), around(file.id()));
    }

    private Kept kept(OfOrder order) {
      Latest latest = new Latest();
      latest.add(order.faces() ? Optional.empty() : Optional.of(order.ends()));
      Set<Owner> near = new HashSet<>(Set.of(Owner.of(order.id())));
      for (OfCase file : cases(order)) {
        latest.add(file.closed());
        near.add(Owner.of(file.id()));
      }
      ofOne(Owner.of(order.id())).forEach(latest::add);
      return new Kept(KeptClass.ORDER, order.id().value(), latest.since(), near);
    }

    private Kept kept(OfPhotograph photograph) {
      Optional<OfCase> file = Optional.ofNullable(byId.get(photograph.file()));
      boolean tied =
          file.stream()
              .flatMap(one -> incidents(one).stream())
              .anyMatch(incident -> isTied(photograph.taken(), incident));
      return new Kept(
          KeptClass.PHOTOGRAPH,
          photograph.name(),
          tied ? Optional.empty() : Optional.of(photograph.taken()),
          around(photograph.file()));
    }

    private static boolean isTied(Instant taken, OfIncident incident) {
      return !taken.isBefore(incident.opened().minus(TIED))
          && (incident.ongoing() || !taken.isAfter(incident.last().plus(TIED)));
    }

    private Kept kept(OfPosition position) {
      Set<Owner> near = new HashSet<>();
      position.holder().ifPresent(file -> near.addAll(around(file)));
      position.last().ifPresent(file -> near.addAll(around(file)));
      return new Kept(
          KeptClass.POSITION,
          position.watch().value(),
          position.holder().isPresent() ? Optional.empty() : Optional.of(position.at()),
          near);
    }

    private Kept kept(OfRespondent respondent) {
      return new Kept(
          KeptClass.RESPONDENT,
          respondent.id().value(),
          named.contains(respondent.id()) ? Optional.empty() : Optional.of(respondent.changed()),
          Set.of());
    }
  }

  /** The latest of several ends; none while one of them is still ahead of knowing. */
  private static final class Latest {
    private final TreeSet<Instant> ends = new TreeSet<>();
    private boolean open;

    void add(Optional<Instant> end) {
      end.ifPresent(ends::add);
      open |= end.isEmpty();
    }

    void add(OfIncident incident) {
      add(incident.ongoing() ? Optional.empty() : Optional.of(incident.last()));
    }

    Optional<Instant> since() {
      return open || ends.isEmpty() ? Optional.empty() : Optional.of(ends.last());
    }
  }
}
