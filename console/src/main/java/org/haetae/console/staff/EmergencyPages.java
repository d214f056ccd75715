package org.haetae.console.staff;

import io.javalin.config.RoutesConfig;
import java.util.List;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.store.EmergencyAccessRow;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.CaseId;

/** Opening a case that is somebody else's, and the supervisor's look at it. */
public final class EmergencyPages {
  private final Visits visits;
  private final Desks desks;

  public EmergencyPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
  }

  /**
   * What the page shows.
   *
   * @param unseen what no supervisor has looked at; empty for others
   */
  public record Shown(List<EmergencyAccessRow> unseen) {
    public Shown {
      unseen = List.copyOf(unseen);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/emergency", visits.of(Section.CASES, this::form));
    routes.post("/emergency", visits.of(Section.CASES, this::open));
    routes.post("/emergency/{number}/seen", visits.of(Section.USERS, this::seen));
  }

  private void form(Visit visit) {
    boolean supervisor = visit.sections().contains(Section.USERS);
    visit.show("emergency.jte", new Shown(supervisor ? desks.emergency().unseen() : List.of()));
  }

  private void open(Visit visit) {
    CaseId id = visit.field("case", CaseId::new);
    CaseFile file =
        desks
            .office()
            .look(files -> files.find(id))
            .filter(CaseFile::open)
            .orElseThrow(visit::nothing);
    desks.emergency().open(visit.who().id(), file.id(), visit.field("reason"));
    visit.goTo("/cases/" + file.id());
  }

  private void seen(Visit visit) {
    desks.emergency().seen(visit.path("number", Long::valueOf), visit.who().id());
    visit.goTo("/emergency");
  }
}
