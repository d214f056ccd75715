package org.haetae.casework.training;

import java.time.Period;
import java.util.Set;
import org.haetae.casework.staff.Role;

/**
 * Something to learn.
 *
 * @param holds for how long
 * @param needed by whom
 */
public record TrainingModule(
    String id, String korean, String english, Period holds, Set<Role> needed) {
  public TrainingModule {
    needed = Set.copyOf(needed);
  }
}
