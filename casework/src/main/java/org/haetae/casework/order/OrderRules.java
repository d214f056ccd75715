package org.haetae.casework.order;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;

/**
 * What a country's law allows orders to be. Immutable; read by {@link OrderRulesReader}.
 *
 * @param name the country or jurisdiction
 * @param version of this data, such as a date
 */
public record OrderRules(String name, String version, DayCount count, List<LegalBasis> bases) {
  public OrderRules {
    bases = List.copyOf(bases);
  }

  /** The first basis of such orders that {@code legalBasis} cites. */
  public Optional<LegalBasis> basis(OrderKind kind, Offence offence, String legalBasis) {
    return bases.stream()
        .filter(basis -> basis.covers(kind, offence) && basis.isCitedBy(legalBasis))
        .findFirst();
  }

  /** The limits in time of such an order; empty where the rules know no such basis. */
  public Optional<TimeLimits> limits(OrderKind kind, Offence offence, String legalBasis) {
    return basis(kind, offence, legalBasis).map(basis -> new TimeLimits(basis, count));
  }

  /** What to say, after the order's name, where {@link #basis} is empty. */
  String knowsNoBasis(OrderKind kind, Offence offence, String legalBasis) {
    String known =
        bases.stream()
            .filter(basis -> basis.covers(kind, offence))
            .map(basis -> "\"" + basis.citations().getFirst().text() + "\"")
            .collect(Collectors.joining(", "));
    String what = "%s for %s".formatted(kind, offence);
    return known.isEmpty()
        ? "is %s, which the rules of %s (%s) don't know: correct the kind or the offence, or add it to the site's rules"
            .formatted(what, name, version)
        : "rests on \"%s\", which the rules of %s (%s) don't know for %s: it can rest on %s"
            .formatted(legalBasis, name, version, what, known);
  }
}
