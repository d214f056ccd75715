package org.haetae.casework.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.haetae.casework.order.OrderReading.ReadOrder;

/**
 * Tells every problem of a set of orders and their places at once, in sentences. Immutable.
 *
 * @param rules the law to hold them against
 */
public record OrderCheck(OrderRules rules) {
  /** An empty list of places is a list without the place that an order names. */
  public CheckedOrders check(List<OrderDraft> drafts, List<PlaceDraft> places) {
    List<Problem> problems = new ArrayList<>(PlaceCheck.check(places));
    Set<String> knownPlaces =
        places.stream().map(PlaceDraft::id).collect(Collectors.toUnmodifiableSet());
    List<OrderFile> orders = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (OrderDraft draft : drafts) {
      Findings findings = new Findings("order " + draft.id());
      ReadOrder read = new OrderReading(draft, findings, rules.count()).read();
      if (!seen.add(draft.id())) {
        findings.wrong("is entered twice: keep one");
      }
      checkPlaces(draft, knownPlaces, findings);
      RuleCheck law = new RuleCheck(rules, findings);
      read.terms().ifPresent(terms -> law.check(terms, !draft.extensions().isEmpty()));
      read.file().map(file -> law.extended(file, draft.extensions())).ifPresent(orders::add);
      problems.addAll(findings.all());
    }
    problems.addAll(OverlapCheck.check(orders, rules.count()));
    CheckedOrders all = new CheckedOrders(orders, problems);
    return all.refused() ? new CheckedOrders(List.of(), problems) : all;
  }

  private static void checkPlaces(OrderDraft draft, Set<String> known, Findings findings) {
    for (String place : new TreeSet<>(draft.places())) {
      if (!known.contains(place)) {
        findings.wrong(
            "protects the unknown place \"%s\": the places are %s"
                .formatted(
                    place, known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known))));
      }
    }
  }
}
