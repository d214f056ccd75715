package org.haetae.casework.training;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haetae.casework.staff.Role;

/** All modules, and whether somebody has what a role needs. */
public record Curriculum(ZoneId zone, List<TrainingModule> modules) {
  public Curriculum {
    modules = List.copyOf(modules);
  }

  public Optional<TrainingModule> find(String id) {
    return modules.stream().filter(module -> module.id().equals(id)).findFirst();
  }

  /**
   * Until when each module that {@code role} needs holds for {@code staff}; {@link Instant#EPOCH}
   * for one that was never completed.
   */
  public Map<String, Instant> holdsUntil(Staff staff, Role role) {
    Map<String, Instant> all = new TreeMap<>();
    for (TrainingModule module : modules) {
      if (module.needed().contains(role)) {
        Instant done = staff.trained().get(module.id());
        all.put(
            module.id(),
            done == null ? Instant.EPOCH : done.atZone(zone).plus(module.holds()).toInstant());
      }
    }
    return all;
  }

  /** What somebody lacks at {@code now} to work in {@code role}. */
  public List<String> lacks(Staff staff, Role role, Instant now) {
    return holdsUntil(staff, role).entrySet().stream()
        .filter(module -> !now.isBefore(module.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
