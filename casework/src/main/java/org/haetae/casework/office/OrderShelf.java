package org.haetae.casework.office;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.ProtectedPersonId;
import org.jspecify.annotations.Nullable;

/** All orders that are known, by whom they protect. Belongs to the {@link CoverBook}. */
final class OrderShelf {
  private final Map<OrderId, OrderFile> all = new HashMap<>();
  private final Map<ProtectedPersonId, Map<OrderId, OrderFile>> byPerson = new LinkedHashMap<>();

  /**
   * Takes orders in as they are now.
   *
   * @return whom a changed one protects
   */
  Set<ProtectedPersonId> put(Collection<OrderFile> orders) {
    Set<ProtectedPersonId> changed = new HashSet<>();
    for (OrderFile order : orders) {
      OrderId id = order.issued().id();
      @Nullable OrderFile before = all.put(id, order);
      if (!order.equals(before)) {
        for (ProtectedPersonId person : order.issued().protectedPeople()) {
          byPerson.computeIfAbsent(person, _ -> new LinkedHashMap<>()).put(id, order);
          changed.add(person);
        }
      }
    }
    return changed;
  }

  Collection<OrderFile> of(ProtectedPersonId person) {
    return byPerson.getOrDefault(person, Map.of()).values();
  }

  Set<ProtectedPersonId> people() {
    return byPerson.keySet();
  }
}
