package org.haetae.casework.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.OrderKind;

/** Finds two orders of one kind that bind one respondent for one protected person at one time. */
final class OverlapCheck {
  private record Bond(OrderKind kind, RespondentId respondent, ProtectedPersonId person) {}

  private record Pair(OrderFile earlier, OrderFile later) {}

  private OverlapCheck() {}

  static List<Problem> check(List<OrderFile> orders, DayCount count) {
    Map<Bond, List<OrderFile>> bonds = new LinkedHashMap<>();
    for (OrderFile order : orders) {
      for (ProtectedPersonId person : order.issued().protectedPeople()) {
        Bond bond = new Bond(order.issued().kind(), order.issued().respondent(), person);
        bonds.computeIfAbsent(bond, _ -> new ArrayList<>()).add(order);
      }
    }
    return bonds.values().stream()
        .flatMap(bound -> overlaps(bound).stream())
        .distinct()
        .map(pair -> Problem.wrong(sentence(pair, count)))
        .toList();
  }

  /** Each order with the longest-lasting one before it, which is enough to find every culprit. */
  private static List<Pair> overlaps(List<OrderFile> bound) {
    List<OrderFile> byBegin = new ArrayList<>(bound);
    byBegin.removeIf(order -> order.effectiveValidity().isEmpty());
    byBegin.sort(
        Comparator.comparing(OverlapCheck::begin).thenComparing(order -> order.issued().id()));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < byBegin.size(); i++) {
      OrderFile later = byBegin.get(i);
      byBegin.subList(0, i).stream()
          .max(Comparator.comparing(OrderFile::endsAt))
          .filter(earlier -> begin(later).isBefore(earlier.endsAt()))
          .ifPresent(earlier -> pairs.add(new Pair(earlier, later)));
    }
    return pairs;
  }

  private static Instant begin(OrderFile order) {
    return order.issued().validity().from();
  }

  private static String sentence(Pair pair, DayCount count) {
    return "order %s begins at %s, while order %s of the same kind, for the same respondent and protected person, lasts until %s: extend or revoke the first instead of entering a second"
        .formatted(
            pair.later().issued().id(),
            count.say(begin(pair.later())),
            pair.earlier().issued().id(),
            count.say(pair.earlier().endsAt()));
  }
}
