package org.haetae.app.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.haetae.app.drill.DrillScript.Arrival;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.training.DrillResult;
import org.haetae.casework.training.DrillRule;
import org.haetae.domain.id.UserId;

/** Follows an exercise and tells what happens. One thread. */
public final class Drill {
  private static final int MOST = 100;

  private final DrillScript script;
  private final IncidentDesk desk;
  private final DrillText text;
  private final Consumer<String> say;
  private Optional<Arrival> arrival = Optional.empty();
  private Optional<Incident> incident = Optional.empty();
  private List<IncidentEvent> events = List.of();

  /**
   * @param say takes a line
   */
  public Drill(DrillScript script, IncidentDesk desk, DrillText text, Consumer<String> say) {
    this.script = script;
    this.desk = desk;
    this.text = text;
    this.say = say;
  }

  /** Tells what is new; answers whether the incident is closed. */
  public boolean look(Instant now) {
    if (arrival.isEmpty()) {
      arrival = script.arrived(now);
      arrival.ifPresent(came -> say.accept(text.comes(came)));
    }
    // The first one: a drill ends before there could be another.
    incident = desk.newest(MOST).reversed().stream().findFirst();
    List<IncidentEvent> all = incident.map(Incident::id).map(desk::events).orElse(List.of());
    for (int i = events.size(); i < all.size(); i++) {
      say.accept(text.line(all.get(i), i == 0, since(all.get(i).at())));
    }
    events = all;
    return incident.filter(known -> !known.state().takesAlerts()).isPresent();
  }

  private Optional<Duration> since(Instant at) {
    return arrival.map(came -> Duration.between(came.at(), at));
  }

  /** What came of it; empty where it ended before anybody came. */
  public Optional<DrillResult> result(DrillRule rule, Optional<UserId> trainee) {
    return arrival.map(came -> DrillResult.grade(came.at(), events, rule, trainee));
  }
}
