package org.haetae.casework.incident;

import java.time.Instant;
import java.util.UUID;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;

/** Something that happened to an incident. Events are kept for ever and never changed. */
public sealed interface IncidentEvent {
  Instant at();

  /** Something new of the incident's cause; the first one opens the incident. */
  sealed interface Joined extends IncidentEvent {
    Severity severity();
  }

  /** An alert of the order. */
  record AlertJoined(Instant at, UUID alert, Severity severity) implements Joined {}

  /** A call for help of the case. */
  record CallJoined(Instant at, UUID call, WatchSerial watch) implements Joined {
    /** Nobody calls for less. */
    @Override
    public Severity severity() {
      return Severity.DANGER;
    }
  }

  /** A person has seen it: escalation ends. */
  record Acknowledged(Instant at, UserId by) implements IncidentEvent {}

  /** The first of two people asks for a patrol. */
  record DispatchAsked(Instant at, UserId by) implements IncidentEvent {}

  /** A patrol is sent. */
  record Dispatched(Instant at, UserId by) implements IncidentEvent {}

  /** Nobody acknowledged in time, so the next tier is told. */
  record Escalated(Instant at, int tier) implements IncidentEvent {}

  /** Closed: it was real and is over. */
  record Resolved(Instant at, UserId by, String outcome) implements IncidentEvent {}

  /** Closed: it was none. */
  record FoundFalse(Instant at, UserId by, FalseAlarmReason reason) implements IncidentEvent {}
}
