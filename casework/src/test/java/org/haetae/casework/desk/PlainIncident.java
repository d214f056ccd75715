package org.haetae.casework.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentEvent.Acknowledged;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentEvent.DispatchAsked;
import org.haetae.casework.incident.IncidentEvent.Dispatched;
import org.haetae.casework.incident.IncidentEvent.Escalated;
import org.haetae.casework.incident.IncidentEvent.FoundFalse;
import org.haetae.casework.incident.IncidentEvent.Resolved;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.incident.IncidentState;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;

/**
 * An incident that keeps nothing but what was done, under which plan, and reads all of it again for
 * each question.
 */
final class PlainIncident {
  private record Step(IncidentEvent event, PlainPlan plan) {}

  private final IncidentId id;
  private final OrderId order;
  private final List<Step> steps = new ArrayList<>();

  PlainIncident(IncidentId id, OrderId order) {
    this.id = id;
    this.order = order;
  }

  void add(IncidentEvent event, PlainPlan plan) {
    steps.add(new Step(event, plan));
  }

  IncidentId id() {
    return id;
  }

  OrderId order() {
    return order;
  }

  List<IncidentEvent> events() {
    return steps.stream().map(Step::event).toList();
  }

  Instant opened() {
    return event(0).at();
  }

  boolean closed() {
    IncidentEvent last = event(steps.size() - 1);
    return last instanceof Resolved || last instanceof FoundFalse;
  }

  Optional<FoundFalse> foundFalse() {
    return events().stream()
        .filter(FoundFalse.class::isInstance)
        .map(FoundFalse.class::cast)
        .findAny();
  }

  IncidentState state() {
    if (closed()) {
      return event(steps.size() - 1) instanceof Resolved
          ? IncidentState.RESOLVED
          : IncidentState.FALSE_ALARM;
    }
    if (sent(steps.size())) {
      return IncidentState.DISPATCHED;
    }
    return seen(steps.size()) ? IncidentState.ACKNOWLEDGED : IncidentState.OPEN;
  }

  Severity severity() {
    return gravest(steps.size());
  }

  /** Calls since an alert opened it for the last time. */
  int tier() {
    return tier(steps.size());
  }

  /** When it came to wait for a person for the last time. */
  Instant waitsSince() {
    int last = 0;
    for (int i = 0; i < steps.size(); i++) {
      last = opens(i) ? i : last;
    }
    return event(last).at();
  }

  /** When the next tier is told: counted from the last call, or from when it opened later. */
  Optional<Instant> due() {
    if (state() != IncidentState.OPEN) {
      return Optional.empty();
    }
    int from = 0;
    for (int i = 0; i < steps.size(); i++) {
      from = opens(i) || event(i) instanceof Escalated ? i : from;
    }
    Instant at = event(from).at();
    return Optional.of(at.plus(steps.get(from).plan().pause(tier(from + 1), at)));
  }

  /** Who wants a patrol and waits for a second person. */
  Optional<UserId> asked() {
    int ask = last(steps.size(), DispatchAsked.class::isInstance);
    return ask < 0 || closed() || sent(steps.size())
        ? Optional.empty()
        : Optional.of(((DispatchAsked) event(ask)).by());
  }

  /** What somebody who wants to acknowledge reads where that can't be. */
  Optional<String> cannotBeSeen(UserId by) {
    if (state() != IncidentState.OPEN) {
      return Optional.of("acknowledged");
    }
    return asked().filter(by::equals).isPresent()
        ? Optional.of("a second person")
        : Optional.empty();
  }

  /** What somebody who wants a patrol reads where none can be sent. */
  Optional<String> cannotBeSent(UserId by, Set<Severity> twoPeople) {
    return switch (state()) {
      case RESOLVED, FALSE_ALARM -> Optional.of("is closed");
      case DISPATCHED -> Optional.of("a patrol on its way");
      case OPEN, ACKNOWLEDGED ->
          twoPeople.contains(severity()) && asked().filter(by::equals).isPresent()
              ? Optional.of("a second person")
              : Optional.empty();
    };
  }

  /** What somebody who wants to close it reads where that can't be. */
  Optional<String> cannotBeClosed() {
    return switch (state()) {
      case OPEN -> Optional.of("must be acknowledged");
      case RESOLVED, FALSE_ALARM -> Optional.of("is closed");
      case ACKNOWLEDGED, DISPATCHED -> Optional.empty();
    };
  }

  /** What a desk should show of it. */
  Incident shown() {
    List<Instant> alerts =
        events().stream().filter(AlertJoined.class::isInstance).map(IncidentEvent::at).toList();
    return new Incident(
        id,
        new Approach(order),
        state(),
        severity(),
        opened(),
        alerts.getLast(),
        alerts.size(),
        tier(),
        asked());
  }

  private IncidentEvent event(int i) {
    return steps.get(i).event();
  }

  /** The last of the first {@code many} events that is such a one; −1 where none is. */
  private int last(int many, Predicate<IncidentEvent> such) {
    for (int i = many - 1; i >= 0; i--) {
      if (such.test(event(i))) {
        return i;
      }
    }
    return -1;
  }

  private Severity gravest(int many) {
    Severity gravest = Severity.NOTICE;
    for (int i = 0; i < many; i++) {
      if (event(i) instanceof AlertJoined alert && alert.severity().compareTo(gravest) > 0) {
        gravest = alert.severity();
      }
    }
    return gravest;
  }

  /**
   * Whether people had seen it after {@code many} events: since the last asking, all its gravity.
   */
  private boolean seen(int many) {
    int seen = last(many, Acknowledged.class::isInstance);
    int ask = last(many, DispatchAsked.class::isInstance);
    return seen > ask && gravest(seen) == gravest(many);
  }

  private boolean sent(int many) {
    return last(many, Dispatched.class::isInstance) >= 0;
  }

  /** Whether it had not waited for a person before event {@code i}, and does since. */
  private boolean opens(int i) {
    return i == 0 || (!sent(i) && seen(i) && !seen(i + 1));
  }

  private int tier(int many) {
    int calls = 0;
    for (int i = 0; i < many; i++) {
      if (event(i) instanceof AlertJoined && opens(i)) {
        calls = 0;
      } else if (event(i) instanceof Escalated) {
        calls++;
      }
    }
    return calls;
  }
}
