package org.haetae.casework.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.incident.IncidentEvent.Acknowledged;
import org.haetae.casework.incident.IncidentEvent.CallJoined;
import org.haetae.casework.incident.IncidentEvent.DispatchAsked;
import org.haetae.casework.incident.IncidentEvent.Dispatched;
import org.haetae.casework.incident.IncidentEvent.Escalated;
import org.haetae.casework.incident.IncidentEvent.FoundFalse;
import org.haetae.casework.incident.IncidentEvent.Joined;
import org.haetae.casework.incident.IncidentEvent.Resolved;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.UserId;

/**
 * An incident as its events have made it. The commands return the event that follows and change
 * nothing; {@link #after} applies it. There is no snoozing: an incident that nobody acknowledges
 * escalates, and one that grows graver than what was acknowledged is open again. So is one whose
 * person calls for help once more: what was done did not help.
 *
 * @param severity the gravest of what joined
 * @param lastAlert when something joined last
 * @param alerts how many alerts or calls have joined, at least 1
 * @param tier the last escalation tier that was told; 0 is the first and is told at once
 * @param dispatchAskedBy the first of two people, while the second is awaited
 */
public record Incident(
    IncidentId id,
    IncidentCause cause,
    IncidentState state,
    Severity severity,
    Instant opened,
    Instant lastAlert,
    int alerts,
    int tier,
    Optional<UserId> dispatchAskedBy) {

  /** The incident that the first of a cause opens. */
  public static Incident opened(IncidentId id, IncidentCause cause, Joined first) {
    return new Incident(
        id,
        cause,
        IncidentState.OPEN,
        first.severity(),
        first.at(),
        first.at(),
        1,
        0,
        Optional.empty());
  }

  /** An incident out of all its events, the oldest first. */
  public static Incident replayed(IncidentId id, IncidentCause cause, List<IncidentEvent> events) {
    if (events.isEmpty() || !(events.getFirst() instanceof Joined first)) {
      throw new IllegalArgumentException(
          "incident %s begins neither with an alert nor with a call".formatted(id));
    }
    Incident incident = opened(id, cause, first);
    for (IncidentEvent event : events.subList(1, events.size())) {
      incident = incident.after(event);
    }
    return incident;
  }

  /**
   * Only an open incident can be acknowledged, and only once. Who has asked for a patrol has seen
   * it; were that the end of the calls, the second person would never hear of it.
   */
  public Acknowledged acknowledge(UserId by, Instant at) {
    if (state != IncidentState.OPEN) {
      throw refusal("has already been acknowledged");
    }
    if (dispatchAskedBy.filter(by::equals).isPresent()) {
      throw refusal("waits for a second person, who must send the patrol that you asked for");
    }
    return new Acknowledged(at, by);
  }

  /**
   * Sends a patrol, or asks for it where {@code rule} wants a second person. Acknowledging first is
   * not demanded: who sends a patrol has seen the alert.
   */
  public IncidentEvent dispatch(UserId by, Instant at, DispatchRule rule) {
    if (state == IncidentState.DISPATCHED) {
      throw refusal("already has a patrol on its way");
    }
    requireOngoing();
    if (!rule.twoPeople().contains(severity)) {
      return new Dispatched(at, by);
    }
    if (dispatchAskedBy.isEmpty()) {
      return new DispatchAsked(at, by);
    }
    if (dispatchAskedBy.get().equals(by)) {
      throw refusal("needs a second person before a patrol is sent");
    }
    return new Dispatched(at, by);
  }

  /** The next tier is told, unless somebody has acknowledged. */
  public Escalated escalate(int next, Instant at) {
    if (state != IncidentState.OPEN) {
      throw refusal("has been acknowledged and does not escalate");
    }
    if (next != tier + 1) {
      throw new IllegalArgumentException("tier %d does not follow %d".formatted(next, tier));
    }
    return new Escalated(at, next);
  }

  /** Closes a real incident; the outcome is told in words. */
  public Resolved resolve(UserId by, Instant at, String outcome) {
    requireSeen();
    if (outcome.isBlank()) {
      throw refusal("can only be closed with an outcome: say how it ended");
    }
    return new Resolved(at, by, outcome);
  }

  /** Closes what was no incident. */
  public FoundFalse foundFalse(UserId by, Instant at, FalseAlarmReason reason) {
    requireSeen();
    return new FoundFalse(at, by, reason);
  }

  /** The incident after {@code event}. */
  public Incident after(IncidentEvent event) {
    return switch (event) {
      case Joined one -> joined(one);
      case Acknowledged _ -> with(IncidentState.ACKNOWLEDGED, tier, dispatchAskedBy);
      // Until the second person has decided nobody may rest: it is open and goes on escalating.
      case DispatchAsked asked -> with(IncidentState.OPEN, tier, Optional.of(asked.by()));
      case Dispatched _ -> with(IncidentState.DISPATCHED, tier, Optional.empty());
      case Escalated escalated -> with(state, escalated.tier(), dispatchAskedBy);
      case Resolved _ -> with(IncidentState.RESOLVED, tier, Optional.empty());
      case FoundFalse _ -> with(IncidentState.FALSE_ALARM, tier, Optional.empty());
    };
  }

  private Incident joined(Joined one) {
    requireOngoing();
    Severity gravest = one.severity().compareTo(severity) > 0 ? one.severity() : severity;
    Instant last = one.at().isAfter(lastAlert) ? one.at() : lastAlert;
    // What was acknowledged was less than this: somebody must look again.
    boolean more = gravest != severity || one instanceof CallJoined;
    boolean again = state == IncidentState.ACKNOWLEDGED && more;
    return new Incident(
        id,
        cause,
        again ? IncidentState.OPEN : state,
        gravest,
        opened,
        last,
        alerts + 1,
        again ? 0 : tier,
        dispatchAskedBy);
  }

  private Incident with(IncidentState next, int told, Optional<UserId> asked) {
    return new Incident(id, cause, next, severity, opened, lastAlert, alerts, told, asked);
  }

  private void requireSeen() {
    if (state == IncidentState.OPEN) {
      throw refusal("must be acknowledged before it is closed");
    }
    requireOngoing();
  }

  private void requireOngoing() {
    if (!state.takesAlerts()) {
      throw refusal("is closed; what is new opens a new one");
    }
  }

  private IncidentRefusal refusal(String why) {
    return new IncidentRefusal("incident %s %s".formatted(id, why));
  }
}
