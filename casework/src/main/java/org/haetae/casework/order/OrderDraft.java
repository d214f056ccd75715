package org.haetae.casework.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An order as somebody entered it, before anything is believed: each field as text where the house
 * knows a list or an id, blank or empty where nothing was entered.
 *
 * @param extensions in the order in which they were decided
 */
public record OrderDraft(
    String id,
    String reference,
    String kind,
    String offence,
    String legalBasis,
    String issuedBy,
    String respondent,
    Set<String> protectedPeople,
    Set<String> places,
    String riskGrade,
    Optional<Instant> from,
    Optional<Instant> until,
    List<MeasureDraft> measures,
    List<ExtensionDraft> extensions) {
  public OrderDraft {
    protectedPeople = Set.copyOf(protectedPeople);
    places = Set.copyOf(places);
    measures = List.copyOf(measures);
    extensions = List.copyOf(extensions);
  }

  /**
   * A measure as entered.
   *
   * @param metres to stay away, or of the monitoring ring
   */
  public record MeasureDraft(String kind, OptionalDouble metres) {}

  /** An extension as entered: decided at {@code at}, by and under which number, until when. */
  public record ExtensionDraft(Instant at, Instant until, String by, String reference) {}
}
