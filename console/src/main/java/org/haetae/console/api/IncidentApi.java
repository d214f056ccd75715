package org.haetae.console.api;

import io.javalin.http.BadRequestResponse;
import java.util.List;
import org.haetae.casework.account.Scope;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentId;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.domain.alert.ProximityAlert;

/** Incidents and alerts for machines, such as a duty officer's own display. */
public final class IncidentApi {
  private final Desks.Live live;

  public IncidentApi(Desks desks) {
    this.live = desks.live();
  }

  public void register(Operations operations) {
    operations.add(
        Operation.get("/api/alerts", "alerts", Parameter.limit(), Parameter.after("alert"))
            .open(Section.WALL, Scope.INCIDENTS)
            .listing(AlertJson.class),
        this::alerts);
    operations.add(
        Operation.get("/api/incidents", "incidents", Parameter.limit(), Parameter.after("incident"))
            .open(Section.WALL, Scope.INCIDENTS)
            .listing(IncidentJson.class)
            .failing(404),
        this::list);
    operations.add(
        Operation.get("/api/incidents/{id}", "incident", Parameter.incident())
            .open(Section.WALL, Scope.INCIDENTS)
            .answering(IncidentJson.class)
            .failing(404),
        this::show);
  }

  private void alerts(Visit visit) {
    visit.shows(AuditSubject.part("/api/alerts"));
    List<ProximityAlert> some =
        Slice.of(visit).ofUnsorted(visit, live.alerts().newest(), alert -> alert.id().toString());
    visit.json(some.stream().map(this::json).toList());
  }

  private AlertJson json(ProximityAlert alert) {
    return AlertJson.of(
        alert,
        live.order(alert.order()),
        live.site().placeName(alert.place()),
        live.site().exercise());
  }

  /** What nobody has closed stands in the first part however old it is. */
  private void list(Visit visit) {
    visit.shows(AuditSubject.part("/api/incidents"));
    Slice slice = Slice.of(visit);
    List<Incident> all =
        slice
            .after()
            .map(last -> live.incidents().before(incident(visit, last), slice.limit()))
            .orElseGet(() -> live.incidents().newest(slice.limit()));
    if (all.size() >= slice.limit()) {
      slice.next(visit, all.get(slice.limit() - 1).id().toString());
    }
    visit.json(all.stream().map(this::json).toList());
  }

  private Incident incident(Visit visit, String name) {
    try {
      return live.incidents().find(IncidentId.parse(name)).orElseThrow(visit::nothing);
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(visit.words().text("problem.after"));
    }
  }

  private void show(Visit visit) {
    IncidentId id = visit.path("id", IncidentId::parse);
    visit.shows(AuditSubject.of(id));
    visit.json(live.incidents().find(id).map(this::json).orElseThrow(visit::nothing));
  }

  private IncidentJson json(Incident incident) {
    return IncidentJson.of(incident, live.site().exercise());
  }
}
