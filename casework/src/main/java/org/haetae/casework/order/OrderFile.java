package org.haetae.casework.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.casework.order.OrderEvent.Extended;
import org.haetae.casework.order.OrderEvent.Resumed;
import org.haetae.casework.order.OrderEvent.Revoked;
import org.haetae.casework.order.OrderEvent.Suspended;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.Validity;

/**
 * An order as it was issued, what it demands, and all that happened to it since. The commands
 * return the event that follows and change nothing; {@link #after} applies it. Immutable.
 *
 * @param issued the order with the validity that it was issued with
 * @param measures at least one, and at most one of each kind
 * @param history the oldest first, each at or after the one before it
 */
public record OrderFile(ProtectionOrder issued, List<Measure> measures, List<OrderEvent> history) {

  /** Throws {@link OrderRefusal} for a history that can't have happened. */
  public OrderFile {
    measures = List.copyOf(measures);
    history = List.copyOf(history);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException(
          "order %s demands nothing: name at least one measure".formatted(issued.id()));
    }
    if (kinds(measures).size() < measures.size()) {
      throw new IllegalArgumentException(
          "order %s has two measures of one kind: keep one".formatted(issued.id()));
    }
    fold(issued, history);
  }

  public static OrderFile issued(ProtectionOrder order, List<Measure> measures) {
    return new OrderFile(order, measures, List.of());
  }

  /** Whether both are the same decision of the court, whatever has happened to either since. */
  public boolean issuedAs(OrderFile other) {
    return issued.equals(other.issued) && Set.copyOf(measures).equals(Set.copyOf(other.measures));
  }

  /** Ends it later, as far as {@code rules} allow for its legal basis. */
  public Extended extend(Instant until, String by, String reference, Instant at, OrderRules rules) {
    Extended event =
        new Extended(at, until, named(by, "who extended it"), named(reference, "its number"));
    Standing before = standing();
    before.after(event);
    Optional<String> beyond =
        rules
            .limits(issued.kind(), issued.offence(), issued.legalBasis())
            .map(
                limits ->
                    limits.refusesExtension(
                        before.begins(), before.end(), before.extensions(), until))
            .orElseGet(
                () ->
                    Optional.of(
                        rules.knowsNoBasis(issued.kind(), issued.offence(), issued.legalBasis())));
    beyond.ifPresent(
        why -> {
          throw new OrderRefusal("order %s %s".formatted(issued.id(), why));
        });
    return event;
  }

  public Suspended suspend(Instant at, String reason) {
    return accepted(new Suspended(at, named(reason, "why")));
  }

  public Resumed resume(Instant at) {
    return accepted(new Resumed(at));
  }

  public Revoked revoke(Instant at, String reason) {
    return accepted(new Revoked(at, named(reason, "why")));
  }

  /** The file after {@code event}; throws {@link OrderRefusal} if it can't follow. */
  public OrderFile after(OrderEvent event) {
    List<OrderEvent> longer = new ArrayList<>(history);
    longer.add(event);
    return new OrderFile(issued, measures, longer);
  }

  /** How it stands at {@code instant}, by what had happened until then. */
  public OrderState stateAt(Instant instant) {
    return standingAt(instant).at(instant);
  }

  public boolean inForceAt(Instant instant) {
    return stateAt(instant) == OrderState.IN_FORCE;
  }

  /**
   * The first instant from {@code start} on, itself included, at which it is not in force by all
   * that has happened.
   */
  public Instant inForceUntil(Instant start) {
    return Stream.concat(
            Stream.of(start, endsAt()),
            history.stream().map(OrderEvent::at).filter(at -> at.isAfter(start)))
        .filter(at -> !at.isBefore(start) && !inForceAt(at))
        .min(Comparator.naturalOrder())
        .orElse(start);
  }

  /** When it ends, or ended, by all that has happened: its extended end or its revocation. */
  public Instant endsAt() {
    return standing().end();
  }

  /**
   * From its begin to {@link #endsAt}, suspensions not taken out; empty if it was revoked before it
   * began.
   */
  public Optional<Validity> effectiveValidity() {
    Standing standing = standing();
    return standing.begins().isBefore(standing.end())
        ? Optional.of(new Validity(standing.begins(), standing.end()))
        : Optional.empty();
  }

  /**
   * The order that a camera may be watched for at {@code instant}; empty unless it is in force. It
   * begins no earlier than it was last resumed, so that a picture from the time of a suspension
   * never counts.
   */
  public Optional<ProtectionOrder> usableAt(Instant instant) {
    Standing standing = standingAt(instant);
    if (standing.at(instant) != OrderState.IN_FORCE) {
      return Optional.empty();
    }
    return Optional.of(with(new Validity(standing.enforcedSince(), standing.end())));
  }

  private <E extends OrderEvent> E accepted(E event) {
    standing().after(event);
    return event;
  }

  private Standing standing() {
    return fold(issued, history);
  }

  private Standing standingAt(Instant instant) {
    return fold(issued, history.stream().filter(event -> !event.at().isAfter(instant)).toList());
  }

  private static Standing fold(ProtectionOrder issued, List<OrderEvent> events) {
    Standing standing = Standing.issued(issued);
    for (OrderEvent event : events) {
      standing = standing.after(event);
    }
    return standing;
  }

  private static Set<MeasureKind> kinds(List<Measure> measures) {
    return measures.stream().map(Measure::kind).collect(Collectors.toUnmodifiableSet());
  }

  private String named(String text, String what) {
    if (text.isBlank()) {
      throw new OrderRefusal("order %s needs to be told %s".formatted(issued.id(), what));
    }
    return text;
  }

  private ProtectionOrder with(Validity validity) {
    return new ProtectionOrder(
        issued.id(),
        issued.reference(),
        issued.kind(),
        issued.offence(),
        issued.legalBasis(),
        issued.issuedBy(),
        issued.respondent(),
        issued.protectedPeople(),
        issued.places(),
        issued.riskGrade(),
        validity);
  }
}
