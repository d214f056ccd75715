package org.haetae.casework.desk;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.clock.ForwardClock;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Roster;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.schedule.Schedule;

/** A desk over its store and its clock, as a site's process wires them. */
final class DeskProcess implements AutoCloseable {
  /** The process breaks off in the midst of a step. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Store store;
  private final IncidentDesk desk;
  private final ForwardClock clock;
  private int readings = Integer.MAX_VALUE;
  private int filled;

  private DeskProcess(Store store, PlainPlan plan, Set<Severity> twoPeople, SiteTime time) {
    this.store = store;
    Instant floor =
        store.<Optional<Instant>>read(in -> in.incidents().newestEvent()).orElse(Instant.EPOCH);
    clock = new ForwardClock(time, time::nanos, floor);
    desk =
        new IncidentDesk(
            store, plan(plan), new DispatchRule(twoPeople), this::reading, () -> filled++);
  }

  static DeskProcess open(Path file, PlainPlan plan, Set<Severity> twoPeople, SiteTime time) {
    return new DeskProcess(Store.open(new Database.Sqlite(file)), plan, twoPeople, time);
  }

  /** Another process over the same store, which nobody has closed: opening it takes long. */
  DeskProcess next(PlainPlan plan, Set<Severity> twoPeople, SiteTime time) {
    return new DeskProcess(store, plan, twoPeople, time);
  }

  private Instant reading() {
    if (readings-- <= 0) {
      throw new Broken();
    }
    return clock.instant();
  }

  /** The next step breaks off when it looks at the clock once more than {@code many} times. */
  void breakAfter(int many) {
    readings = many;
  }

  Instant now() {
    return clock.instant();
  }

  Store store() {
    return store;
  }

  IncidentDesk desk() {
    return desk;
  }

  /** How often it has said that the outbox was filled. */
  int filled() {
    return filled;
  }

  private static EscalationPlan plan(PlainPlan plan) {
    return new EscalationPlan(
        plan.tiers().stream()
            .map(
                tier ->
                    new Tier(
                        "told after " + tier.after(),
                        Duration.ofSeconds(tier.after()),
                        tier.channels(),
                        roster(tier.shifts(), plan)))
            .toList(),
        Duration.ofSeconds(plan.repeat()));
  }

  private static Roster roster(List<PlainPlan.Shift> shifts, PlainPlan plan) {
    return new Roster(
        shifts.stream()
            .map(
                shift ->
                    new Roster.Shift(
                        RandomSite.PEOPLE.getFirst(),
                        new Schedule.Weekly(
                            shift.days().stream()
                                .map(day -> DayOfWeek.of(day + 1))
                                .collect(Collectors.toSet()),
                            LocalTime.ofSecondOfDay(shift.from()),
                            LocalTime.ofSecondOfDay(shift.until()),
                            plan.zone())))
            .toList());
  }

  @Override
  public void close() {
    store.close();
  }
}
