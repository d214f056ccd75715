package org.haetae.console.api;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.account.Scope;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.store.StoreException;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.alert.ProximityAlert;

/** Incidents and alerts for machines, such as a duty officer's own display. */
public final class IncidentApi {
  private static final int NEWEST = 100;

  private final Visits visits;
  private final Desks.Live live;

  public IncidentApi(Visits visits, Desks desks) {
    this.visits = visits;
    this.live = desks.live();
  }

  public void register(RoutesConfig routes) {
    routes.get("/api/alerts", visits.of(Section.WALL, Scope.INCIDENTS, this::alerts));
    routes.get("/api/incidents", visits.of(Section.WALL, Scope.INCIDENTS, this::list));
    routes.get("/api/incidents/{id}", visits.of(Section.WALL, Scope.INCIDENTS, this::show));
  }

  private void alerts(Visit visit) {
    visit.shows(AuditSubject.part("/api/alerts"));
    visit.json(live.alerts().newest().stream().map(this::json).toList());
  }

  private AlertJson json(ProximityAlert alert) {
    return AlertJson.of(
        alert, order(alert), live.site().placeName(alert.place()), live.site().exercise());
  }

  private Optional<OrderFile> order(ProximityAlert alert) {
    try {
      return live.orders().find(alert.order());
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  private void list(Visit visit) {
    visit.shows(AuditSubject.part("/api/incidents"));
    List<IncidentJson> all = live.incidents().newest(NEWEST).stream().map(this::json).toList();
    visit.json(all);
  }

  private void show(Visit visit) {
    IncidentId id = visit.path("id", IncidentId::parse);
    visit.shows(new AuditSubject(AuditSubject.Kind.INCIDENT, id.toString()));
    visit.json(live.incidents().find(id).map(this::json).orElseThrow(visit::nothing));
  }

  private IncidentJson json(Incident incident) {
    return IncidentJson.of(incident, live.site().exercise());
  }
}
