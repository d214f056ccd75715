package org.haetae.console.api;

import org.haetae.casework.account.Scope;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentId;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;

/** What a person does about an incident, from a display that isn't a browser. */
public final class IncidentSteps {
  private static final int LONGEST = 2000;

  private final Desks.Live live;

  public IncidentSteps(Desks desks) {
    this.live = desks.live();
  }

  /** Nothing needs to be said. */
  public record Nothing() {}

  /** How a real incident ended. */
  public record Resolution(@Length(min = 1, max = LONGEST) String outcome) {}

  /** Why it was none. */
  public record FalseAlarm(FalseAlarmReason reason) {}

  /** A step that changes an incident. */
  @FunctionalInterface
  private interface Step<B> {
    Incident take(Visit visit, IncidentId id, B body);
  }

  public void register(Operations operations) {
    add(
        operations,
        "acknowledge",
        Nothing.class,
        (visit, id, _) -> live.acknowledge(id, visit.who().id(), visit.now()));
    add(
        operations,
        "dispatch",
        Nothing.class,
        (visit, id, _) -> live.incidents().dispatch(id, visit.who().id()));
    add(operations, "resolve", Resolution.class, this::resolve);
    add(
        operations,
        "false-alarm",
        FalseAlarm.class,
        (visit, id, body) -> live.incidents().foundFalse(id, visit.who().id(), body.reason()));
  }

  private <B> void add(Operations operations, String name, Class<B> body, Step<B> step) {
    String camel = name.equals("false-alarm") ? "falseAlarm" : name;
    operations.add(
        Operation.post("/api/incidents/{id}/" + name, camel, Parameter.incident())
            .open(Section.WALL, Scope.STEPS)
            .taking(body, false)
            .answering(IncidentJson.class)
            .failing(404, 409),
        visit -> {
          IncidentId id = visit.path("id", IncidentId::parse);
          B said = visit.body(body);
          if (live.incidents().find(id).isEmpty()) {
            throw visit.nothing();
          }
          visit.json(IncidentJson.of(step.take(visit, id, said), live.site().exercise()));
        });
  }

  private Incident resolve(Visit visit, IncidentId id, Resolution body) {
    String outcome = visit.said("outcome", body.outcome(), LONGEST);
    return live.incidents().resolve(id, visit.who().id(), outcome);
  }
}
