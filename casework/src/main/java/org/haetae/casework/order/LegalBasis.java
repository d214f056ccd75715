package org.haetae.casework.order;

import java.util.List;
import java.util.Set;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;

/**
 * One article that orders rest on, and what it allows.
 *
 * @param name in words
 * @param citations how it is cited, at least one, the first the one to recommend
 * @param measures what such an order may demand
 */
public record LegalBasis(
    String name,
    OrderKind kind,
    Set<Offence> offences,
    List<Citation> citations,
    Sourced<Longest> longest,
    Sourced<Extensions> extensions,
    Sourced<Set<MeasureKind>> measures) {
  public LegalBasis {
    offences = Set.copyOf(offences);
    citations = List.copyOf(citations);
    if (offences.isEmpty() || citations.isEmpty()) {
      throw new IllegalArgumentException(
          "%s needs at least one offence and one citation".formatted(name));
    }
  }

  boolean covers(OrderKind orderKind, Offence offence) {
    return kind == orderKind && offences.contains(offence);
  }

  boolean isCitedBy(String legalBasis) {
    return citations.stream().anyMatch(citation -> citation.matches(legalBasis));
  }
}
