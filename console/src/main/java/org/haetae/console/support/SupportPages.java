package org.haetae.console.support;

import io.javalin.config.RoutesConfig;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.support.Referral;
import org.haetae.casework.support.SupportCatalogue;
import org.haetae.casework.support.SupportFact.EndReason;
import org.haetae.casework.support.SupportService;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.casefile.SeenCases;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.CaseId;

/** Who helps the person, how far each referral is, and who else could be asked. */
public final class SupportPages {
  private final Visits visits;
  private final Desks desks;
  private final SeenCases cases;

  public SupportPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.cases = new SeenCases(desks);
  }

  /**
   * What the page shows.
   *
   * @param unasked services that are for this person and were never asked
   */
  public record Shown(
      CaseId file,
      List<Referral> referrals,
      List<SupportService> unasked,
      SupportCatalogue catalogue) {
    public Shown {
      referrals = List.copyOf(referrals);
      unasked = List.copyOf(unasked);
    }

    /** In the catalogue's words; a service that left the catalogue keeps its id. */
    public String name(String service, boolean korean) {
      return catalogue
          .find(service)
          .map(found -> korean ? found.korean() : found.english())
          .orElse(service);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/cases/{id}/support", visits.of(Section.SUPPORT, this::show));
    routes.post("/cases/{id}/support", visits.of(Section.SUPPORT, this::refer));
    routes.post("/cases/{id}/support/{number}/{step}", visits.of(Section.SUPPORT, this::step));
  }

  private void show(Visit visit) {
    CaseFile file = cases.find(visit);
    SupportCatalogue catalogue = desks.plan().support();
    boolean minor = file.minorAt(visit.now(), catalogue.zone());
    visit.show(
        "support.jte",
        new Shown(
            file.id(),
            file.support().referrals().reversed(),
            file.support().unasked(file.opened().offence(), minor, catalogue),
            catalogue));
  }

  private void refer(Visit visit) {
    CaseFile file = cases.find(visit);
    desks.cases().refer(file.id(), visit.field("service"), visit.deed());
    back(visit, file);
  }

  private void step(Visit visit) {
    CaseFile file = cases.find(visit);
    int number = visit.path("number", Integer::valueOf);
    switch (visit.ctx().pathParam("step")) {
      case "accepted" -> desks.cases().accepted(file.id(), number, visit.deed());
      case "started" -> desks.cases().started(file.id(), number, visit.deed());
      case "ended" -> {
        EndReason why = visit.field("why", EndReason::valueOf);
        desks.cases().ended(file.id(), number, why, visit.field("words"), visit.deed());
      }
      default -> throw new NotFoundResponse(visit.words().text("problem.404"));
    }
    back(visit, file);
  }

  private static void back(Visit visit, CaseFile file) {
    visit.goTo("/cases/%s/support".formatted(file.id()));
  }
}
