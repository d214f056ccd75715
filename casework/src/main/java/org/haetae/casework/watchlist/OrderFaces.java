package org.haetae.casework.watchlist;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.vault.OpenedTemplate;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.domain.watchlist.WatchlistSnapshot;

/**
 * Orders in force, each with the faces that were sealed under it. Immutable.
 *
 * @param orders only those that have a face
 * @param faces by order, at least one each
 */
record OrderFaces(List<ProtectionOrder> orders, Map<OrderId, List<Template>> faces) {
  static final OrderFaces NONE = new OrderFaces(List.of(), Map.of());

  OrderFaces {
    orders = List.copyOf(orders);
    faces = Map.copyOf(faces);
  }

  /** As they stand at {@code now}: a face whose order isn't in force then is left out. */
  static OrderFaces of(List<OrderFile> files, List<OpenedTemplate> opened, Instant now) {
    Map<OrderId, List<Template>> sealed =
        opened.stream()
            .collect(
                Collectors.groupingBy(
                    OpenedTemplate::order,
                    Collectors.mapping(OpenedTemplate::template, Collectors.toList())));
    List<ProtectionOrder> orders =
        files.stream()
            .map(file -> file.usableAt(now))
            .flatMap(Optional::stream)
            .filter(order -> sealed.containsKey(order.id()))
            .toList();
    Set<OrderId> usable = orders.stream().map(ProtectionOrder::id).collect(Collectors.toSet());
    sealed.keySet().retainAll(usable);
    return new OrderFaces(orders, sealed);
  }

  /** The same without one order and its faces. */
  OrderFaces without(OrderId order) {
    Map<OrderId, List<Template>> left = new LinkedHashMap<>(faces);
    left.remove(order);
    return new OrderFaces(orders.stream().filter(each -> !each.id().equals(order)).toList(), left);
  }

  /**
   * As the pipeline reads it. A respondent of several orders is looked for by the faces of the
   * order that has most: all were made from the same photographs, and twice the same face would
   * count as two people in the rate of false alarms.
   */
  WatchlistSnapshot snapshot(Set<RespondentId> wideArea) {
    Map<RespondentId, List<Template>> known = new LinkedHashMap<>();
    for (ProtectionOrder order : orders) {
      known.merge(
          order.respondent(),
          faces.getOrDefault(order.id(), List.of()),
          (one, other) -> other.size() > one.size() ? other : one);
    }
    return new WatchlistSnapshot(
        orders,
        known.entrySet().stream()
            .map(
                entry ->
                    new WatchlistEntry(
                        entry.getKey(), entry.getValue(), wideArea.contains(entry.getKey())))
            .toList());
  }
}
