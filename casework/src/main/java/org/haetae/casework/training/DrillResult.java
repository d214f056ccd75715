package org.haetae.casework.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentEvent.Acknowledged;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentEvent.CallJoined;
import org.haetae.casework.incident.IncidentEvent.DispatchAsked;
import org.haetae.casework.incident.IncidentEvent.Dispatched;
import org.haetae.casework.incident.IncidentEvent.Escalated;
import org.haetae.casework.incident.IncidentEvent.FoundFalse;
import org.haetae.casework.incident.IncidentEvent.Resolved;
import org.haetae.domain.id.UserId;

/**
 * How an exercise went. Pure: it follows from the script and from the incident's own events. Being
 * slower, or leaving a step out, never makes it better.
 *
 * @param marks one a step, in their order
 * @param faults what was wrong besides the time, in the order in which it happened
 */
public record DrillResult(List<Mark> marks, List<Fault> faults) {
  public DrillResult {
    marks = List.copyOf(marks);
    faults = List.copyOf(faults);
  }

  /** What has to happen, one after the other. */
  public enum Step {
    /** The respondent came into view; the alert came. */
    ALERTED,
    /** A person has seen it; whoever sends a patrol has. */
    ACKNOWLEDGED,
    /** A patrol was sent. */
    DISPATCHED,
    /** It was closed as the real incident that the script holds. */
    RESOLVED
  }

  /**
   * One step.
   *
   * @param took since the step before, or since the last one that there was; empty where it never
   *     came
   * @param allowed the rule's limit and what the trainee had saved until then. Without the savings,
   *     whoever has seen an alert sooner would have to send a patrol sooner, and would do better to
   *     wait
   */
  public record Mark(Step step, Optional<Duration> took, Duration allowed) {
    /** A step that takes as long as is allowed is in time. */
    public boolean passed() {
      return took.filter(time -> time.compareTo(allowed) <= 0).isPresent();
    }
  }

  /** A step that nobody should have taken, or that had to be taken by another. */
  public sealed interface Fault {
    /** Nobody had answered, so the next tier was told. */
    record NextTierTold(Instant at, int tier) implements Fault {}

    /** The respondent really came, and somebody said otherwise. */
    record ClosedAsFalse(Instant at, UserId by, FalseAlarmReason reason) implements Fault {}

    /** Somebody else did the trainee's work. */
    record ByAnother(Instant at, UserId by, Step step) implements Fault {}

    /** An alert before the respondent was there: nothing was learned from what followed. */
    record AlertBeforeApproach(Instant at) implements Fault {}
  }

  /**
   * Grades an exercise.
   *
   * @param approached when the script's respondent came into view
   * @param events of the incident, the oldest first; empty where no alert came
   * @param trainee whose steps count; anybody's where it is empty
   */
  public static DrillResult grade(
      Instant approached, List<IncidentEvent> events, DrillRule rule, Optional<UserId> trainee) {
    Optional<Instant> alerted = first(events, AlertJoined.class::isInstance);
    Optional<Instant> seen =
        first(events, event -> event instanceof Acknowledged || event instanceof Dispatched);
    Optional<Instant> sent = first(events, Dispatched.class::isInstance);
    Optional<Instant> closed = first(events, Resolved.class::isInstance);
    Instant told = alerted.orElse(approached);
    Instant answered = seen.orElse(told);
    Instant toSee = told.plus(rule.acknowledged());
    Instant toSend = toSee.plus(rule.dispatched());
    Instant toClose = toSend.plus(rule.resolved());
    List<Mark> marks =
        List.of(
            mark(Step.ALERTED, approached, alerted, rule.alerted(), approached),
            mark(Step.ACKNOWLEDGED, told, seen, rule.acknowledged(), toSee),
            mark(Step.DISPATCHED, answered, sent, rule.dispatched(), toSend),
            mark(Step.RESOLVED, sent.orElse(answered), closed, rule.resolved(), toClose));
    return new DrillResult(marks, faults(approached, events, trainee));
  }

  /** Every step in time, by the right person, and none that was wrong. */
  public boolean passed() {
    return faults.isEmpty() && marks.stream().allMatch(Mark::passed);
  }

  private static Optional<Instant> first(
      List<IncidentEvent> events, Predicate<IncidentEvent> which) {
    return events.stream().filter(which).map(IncidentEvent::at).findFirst();
  }

  /**
   * @param due when the step was due if each before it had taken all of its time
   */
  private static Mark mark(
      Step step, Instant since, Optional<Instant> at, Duration limit, Instant due) {
    Duration left = Duration.between(since, due);
    return new Mark(
        step,
        at.map(when -> Duration.between(since, when)),
        left.compareTo(limit) > 0 ? left : limit);
  }

  private static List<Fault> faults(
      Instant approached, List<IncidentEvent> events, Optional<UserId> trainee) {
    List<Fault> faults = new ArrayList<>();
    boolean asked = false;
    for (IncidentEvent event : events) {
      switch (event) {
        case AlertJoined alert -> {
          if (alert.at().isBefore(approached)) {
            faults.add(new Fault.AlertBeforeApproach(alert.at()));
          }
        }
        // No script of an exercise has a watch in it.
        case CallJoined _ -> {}
        case Acknowledged it -> byAnother(it.at(), it.by(), Step.ACKNOWLEDGED, trainee, faults);
        // The first of two people; the second is another by the site's own rule.
        case DispatchAsked it -> {
          asked = true;
          byAnother(it.at(), it.by(), Step.DISPATCHED, trainee, faults);
        }
        case Dispatched it -> {
          if (!asked) {
            byAnother(it.at(), it.by(), Step.DISPATCHED, trainee, faults);
          }
        }
        case Escalated it -> faults.add(new Fault.NextTierTold(it.at(), it.tier()));
        case Resolved it -> byAnother(it.at(), it.by(), Step.RESOLVED, trainee, faults);
        case FoundFalse it -> faults.add(new Fault.ClosedAsFalse(it.at(), it.by(), it.reason()));
      }
    }
    return faults;
  }

  private static void byAnother(
      Instant at, UserId by, Step step, Optional<UserId> trainee, List<Fault> faults) {
    if (trainee.isPresent() && !trainee.get().equals(by)) {
      faults.add(new Fault.ByAnother(at, by, step));
    }
  }
}
