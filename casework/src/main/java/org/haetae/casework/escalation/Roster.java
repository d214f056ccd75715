package org.haetae.casework.escalation;

import java.time.Instant;
import java.util.List;
import org.haetae.domain.id.UserId;
import org.haetae.domain.schedule.Schedule;

/**
 * Who is on duty when.
 *
 * @param shifts none where somebody always is
 */
public record Roster(List<Shift> shifts) {
  public Roster {
    shifts = List.copyOf(shifts);
  }

  /** A person's hours. */
  public record Shift(UserId who, Schedule when) {}

  /** Somebody always is, and the house knows nobody's hours. */
  public static Roster always() {
    return new Roster(List.of());
  }

  /** The people whose shift it is, each once. */
  public List<UserId> onDuty(Instant now) {
    return shifts.stream()
        .filter(shift -> shift.when().contains(now))
        .map(Shift::who)
        .distinct()
        .toList();
  }

  /** Whether anybody is on duty. */
  public boolean isStaffed(Instant now) {
    return shifts.isEmpty() || !onDuty(now).isEmpty();
  }
}
