package org.haetae.console.casefile;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.cover.Gap;
import org.haetae.casework.ledger.Recorded;
import org.haetae.casework.risk.MeasureSuggested;
import org.haetae.casework.support.SupportFact;
import org.haetae.casework.watch.Watch;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.RiskGrade;

/** A case: how it stands, what is missing, and everything that happened. */
public final class CasePages {
  private final Visits visits;
  private final Desks desks;
  private final SeenCases cases;

  public CasePages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.cases = new SeenCases(desks);
  }

  /**
   * What the page shows.
   *
   * @param past the newest first
   * @param watch what the person has, or had last
   */
  public record Shown(
      CaseFile file,
      List<Gap> gaps,
      List<MeasureSuggested> suggested,
      Optional<Watch> watch,
      List<Recorded> past) {
    public Shown {
      gaps = List.copyOf(gaps);
      suggested = List.copyOf(suggested);
      past = List.copyOf(past);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/cases/{id}", visits.of(Section.CASES, this::show));
    routes.post("/cases/{id}/officer", visits.of(Section.CASES, this::assign));
    routes.post("/cases/{id}/grade", visits.of(Section.CASES, this::grade));
    routes.post("/cases/{id}/end", visits.of(Section.CASES, this::end));
    routes.post("/cases/{id}/again", visits.of(Section.CASES, this::again));
  }

  private void show(Visit visit) {
    CaseFile file = cases.find(visit);
    List<Gap> gaps =
        desks.cover().line(file.id(), visit.now()).map(line -> line.gaps()).orElse(List.of());
    List<MeasureSuggested> suggested =
        file.risk().grade().stream()
            .flatMap(grade -> desks.plan().checklist().suggested(grade).stream())
            .sorted()
            .toList();
    boolean support = visit.sections().contains(Section.SUPPORT);
    List<Recorded> past =
        desks.store().read(in -> in.ledger().about(file.id())).reversed().stream()
            .filter(one -> support || !(one.entry().fact() instanceof SupportFact))
            .toList();
    visit.show("case.jte", new Shown(file, gaps, suggested, watch(file), past));
  }

  private Optional<Watch> watch(CaseFile file) {
    return desks
        .office()
        .look(
            files ->
                file.requests().reversed().stream()
                    .flatMap(request -> request.watch().stream())
                    .flatMap(serial -> files.watch(serial).stream())
                    .findFirst());
  }

  private void assign(Visit visit) {
    CaseFile file = cases.find(visit);
    desks.cases().assign(file.id(), visit.field("officer", UserId::new), visit.deed());
    back(visit, file);
  }

  /** Raises or lowers, whichever leads from the grade that counts to the one that is wanted. */
  private void grade(Visit visit) {
    CaseFile file = cases.find(visit);
    RiskGrade to = visit.field("to", RiskGrade::valueOf);
    String reason = visit.field("reason");
    if (file.risk().grade().filter(now -> to.compareTo(now) < 0).isPresent()) {
      desks.cases().lower(file.id(), to, reason, visit.deed());
    } else {
      desks.cases().raise(file.id(), to, reason, visit.deed());
    }
    back(visit, file);
  }

  private void end(Visit visit) {
    CaseFile file = cases.find(visit);
    desks.cases().close(file.id(), visit.field("reason"), visit.deed());
    back(visit, file);
  }

  private void again(Visit visit) {
    CaseFile file = cases.find(visit);
    desks.cases().reopen(file.id(), visit.field("reason"), visit.deed());
    back(visit, file);
  }

  private static void back(Visit visit, CaseFile file) {
    visit.goTo("/cases/" + file.id());
  }
}
