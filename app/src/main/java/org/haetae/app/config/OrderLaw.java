package org.haetae.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.haetae.casework.order.CheckedOrders;
import org.haetae.casework.order.OrderCheck;
import org.haetae.casework.order.OrderDraft;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRules;
import org.haetae.casework.order.PlaceDraft;
import org.haetae.casework.order.Problem;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.place.ProtectedPlace;

/**
 * Holds a site's orders against the law, and says each fault at the order that it is about.
 *
 * @param places that they protect
 */
record OrderLaw(OrderRules rules, List<ProtectedPlace> places) {

  /**
   * What may be enforced.
   *
   * @param orders none where anything is wrong
   * @param doubts what somebody must look up, in sentences
   */
  record Lawful(List<OrderFile> orders, List<String> doubts) {}

  Lawful check(List<OrderReader.Entry> entries) {
    CheckedOrders checked =
        new OrderCheck(rules)
            .check(
                entries.stream().map(OrderLaw::draft).toList(),
                places.stream().map(OrderLaw::draft).toList());
    List<String> doubts = new ArrayList<>();
    for (Problem problem : checked.problems()) {
      switch (problem.weight()) {
        case WRONG -> about(problem, entries).ifPresent(map -> map.said(problem.sentence()));
        case UNCERTAIN -> doubts.add(problem.sentence());
      }
    }
    return new Lawful(checked.orders(), List.copyOf(doubts));
  }

  /** Each sentence begins with the order that it is about; one about none stands at the first. */
  private static Optional<YamlMap> about(Problem problem, List<OrderReader.Entry> entries) {
    return entries.stream()
        .filter(entry -> problem.sentence().startsWith("order " + entry.order().id().value() + " "))
        .findFirst()
        .or(() -> entries.stream().findFirst())
        .map(OrderReader.Entry::map);
  }

  private static OrderDraft draft(OrderReader.Entry entry) {
    ProtectionOrder order = entry.order();
    return new OrderDraft(
        order.id().value(),
        order.reference(),
        order.kind().name(),
        order.offence().name(),
        order.legalBasis(),
        order.issuedBy(),
        order.respondent().value(),
        order.protectedPeople().stream()
            .map(ProtectedPersonId::value)
            .collect(Collectors.toUnmodifiableSet()),
        order.places().stream().map(PlaceId::value).collect(Collectors.toUnmodifiableSet()),
        order.riskGrade().name(),
        Optional.of(order.validity().from()),
        Optional.of(order.validity().until()),
        entry.measures(),
        List.of());
  }

  private static PlaceDraft draft(ProtectedPlace place) {
    return new PlaceDraft(
        place.id().value(),
        OptionalDouble.of(place.location().latitude()),
        OptionalDouble.of(place.location().longitude()),
        OptionalDouble.of(place.exclusionRadius()));
  }
}
