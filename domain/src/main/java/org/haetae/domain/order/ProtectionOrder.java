package org.haetae.domain.order;

import java.time.Instant;
import java.util.Set;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;

/**
 * An order that keeps one respondent away from the places of protected people.
 *
 * @param reference the issuing authority's own number
 * @param legalBasis the article that the order rests on, as the authority cites it
 * @param issuedBy the court or police unit
 * @param protectedPeople at least one
 * @param places at least one; where the respondent may not come near
 */
public record ProtectionOrder(
    OrderId id,
    String reference,
    OrderKind kind,
    Offence offence,
    String legalBasis,
    String issuedBy,
    RespondentId respondent,
    Set<ProtectedPersonId> protectedPeople,
    Set<PlaceId> places,
    RiskGrade riskGrade,
    Validity validity) {
  public ProtectionOrder {
    protectedPeople = Set.copyOf(protectedPeople);
    places = Set.copyOf(places);
    if (protectedPeople.isEmpty()) {
      throw new IllegalArgumentException(
          "order %s protects nobody: name at least one person".formatted(id));
    }
    if (places.isEmpty()) {
      throw new IllegalArgumentException(
          "order %s names no place: name at least one".formatted(id));
    }
  }

  /** The same order at another grade of danger. */
  public ProtectionOrder graded(RiskGrade grade) {
    return new ProtectionOrder(
        id,
        reference,
        kind,
        offence,
        legalBasis,
        issuedBy,
        respondent,
        protectedPeople,
        places,
        grade,
        validity);
  }

  /** Whether the order is in force at {@code instant}. */
  public boolean inForceAt(Instant instant) {
    return validity.contains(instant);
  }

  /** Whether the order forbids the respondent to come near {@code place}. */
  public boolean protects(PlaceId place) {
    return places.contains(place);
  }
}
