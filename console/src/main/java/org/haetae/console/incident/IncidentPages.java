package org.haetae.console.incident;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentId;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.site.LiveSite;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.id.RespondentId;

/** One incident: why it was raised, and what a person does about it. */
public final class IncidentPages {
  private static final int NEWEST = 100;

  private final Visits visits;
  private final Desks desks;
  private final IncidentLines lines;

  public IncidentPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.lines = new IncidentLines(desks.live());
  }

  /**
   * What the page of one shows.
   *
   * @param events the oldest first
   * @param sketch where the respondent stood, of the newest alert that is in memory
   */
  public record Shown(
      LiveSite site, IncidentLine line, List<IncidentEvent> events, Optional<Sketch> sketch) {
    public Shown {
      events = List.copyOf(events);
    }
  }

  /** What the list shows. */
  public record Listed(LiveSite site, List<IncidentLine> lines) {
    public Listed {
      lines = List.copyOf(lines);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/incidents", visits.of(Section.WALL, this::list));
    routes.get("/incidents/{id}", visits.of(Section.WALL, this::show));
    routes.post("/incidents/{id}/acknowledge", visits.of(Section.WALL, this::acknowledge));
    routes.post("/incidents/{id}/dispatch", visits.of(Section.WALL, this::dispatch));
    routes.post("/incidents/{id}/resolve", visits.of(Section.WALL, this::resolve));
    routes.post("/incidents/{id}/false-alarm", visits.of(Section.WALL, this::foundFalse));
    routes.get("/alerts/{id}.jpg", visits.of(Section.WALL, this::crop));
    routes.get("/alerts/{id}/looks/{number}.jpg", visits.of(Section.WALL, this::glimpse));
    routes.get("/respondents/{id}/{number}.jpg", visits.of(Section.WALL, this::photograph));
  }

  private void list(Visit visit) {
    visit.shows(AuditSubject.part("/incidents"));
    visit.show("incidents.jte", new Listed(desks.live().site(), lines.newest(NEWEST)));
  }

  private void show(Visit visit) {
    IncidentLine line = lines.find(id(visit)).orElseThrow(visit::nothing);
    List<IncidentEvent> events = desks.live().incidents().events(line.incident().id());
    visit.shows(AuditSubject.of(line.incident().id()));
    LiveSite site = desks.live().site();
    visit.show(
        "incident.jte",
        new Shown(site, line, events, line.newest().flatMap(alert -> sketch(site, alert))));
  }

  private static Optional<Sketch> sketch(LiveSite site, ProximityAlert alert) {
    return site.place(alert.place())
        .flatMap(
            place ->
                site.camera(alert.sighting().camera())
                    .map(camera -> Sketch.of(place, camera, alert.proximity())));
  }

  private void acknowledge(Visit visit) {
    var _ = desks.live().acknowledge(id(visit), visit.who().id(), visit.now());
    done(visit);
  }

  private void dispatch(Visit visit) {
    desks.live().incidents().dispatch(id(visit), visit.who().id());
    done(visit);
  }

  private void resolve(Visit visit) {
    desks.live().incidents().resolve(id(visit), visit.who().id(), visit.field("outcome"));
    done(visit);
  }

  private void foundFalse(Visit visit) {
    FalseAlarmReason reason = visit.field("reason", FalseAlarmReason::valueOf);
    desks.live().incidents().foundFalse(id(visit), visit.who().id(), reason);
    done(visit);
  }

  private static void done(Visit visit) {
    visit.goTo("/incidents/" + id(visit));
  }

  private static IncidentId id(Visit visit) {
    return visit.path("id", IncidentId::parse);
  }

  private void crop(Visit visit) {
    visit.picture(
        desks
            .live()
            .alerts()
            .find(visit.path("id", UUID::fromString))
            .map(alert -> alert.sighting().crop().jpeg()));
  }

  private void glimpse(Visit visit) {
    int number = visit.path("number", Integer::valueOf);
    visit.picture(
        desks
            .live()
            .alerts()
            .find(visit.path("id", UUID::fromString))
            .map(alert -> alert.sighting().glimpses())
            .filter(glimpses -> number >= 0 && number < glimpses.size())
            .map(glimpses -> glimpses.get(number).crop().jpeg()));
  }

  private void photograph(Visit visit) {
    visit.shows(AuditSubject.part("photograph of " + visit.path("id", RespondentId::new)));
    visit.picture(
        desks
            .live()
            .site()
            .photograph(
                visit.path("id", RespondentId::new), visit.path("number", Integer::valueOf)));
  }
}
