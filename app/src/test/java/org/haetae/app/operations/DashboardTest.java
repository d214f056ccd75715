package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Grafana says nothing about a panel that lies over another or asks nothing. */
class DashboardTest {
  @Test
  void panelsHaveTheirOwnPlaceAndNumber() throws IOException {
    List<Dashboard.Box> boxes = Dashboard.read().boxes();
    assertFalse(boxes.isEmpty());
    for (int i = 0; i < boxes.size(); i++) {
      Dashboard.Box box = boxes.get(i);
      assertTrue(box.x() >= 0 && box.x() + box.width() <= 24, () -> "beside the grid: " + box);
      for (Dashboard.Box other : boxes.subList(i + 1, boxes.size())) {
        assertFalse(box.overlaps(other), () -> box + " lies over " + other);
        assertFalse(box.id() == other.id(), () -> box + " and " + other);
      }
    }
  }

  @Test
  void everyQueryKeepsToTheChosenSites() throws IOException {
    List<String> queries = Dashboard.read().queries();
    assertFalse(queries.isEmpty());
    assertEquals(
        List.of(), queries.stream().filter(query -> !query.contains("site=~\".*\"")).toList());
  }
}
