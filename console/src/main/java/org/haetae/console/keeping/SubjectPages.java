package org.haetae.console.keeping;

import io.javalin.config.RoutesConfig;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.store.Owner;
import org.haetae.casework.subject.SubjectAccess;
import org.haetae.casework.subject.SubjectAnswer;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.casefile.SeenCases;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.RespondentId;

/**
 * What somebody may read of what is kept about them, as a file to hand over. Posted for, since each
 * answer is a deed in the trail that no foreign page should be able to cause.
 */
public final class SubjectPages {
  private final Visits visits;
  private final SeenCases cases;
  private final SubjectAccess access;

  public SubjectPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.cases = new SeenCases(desks);
    this.access = new SubjectAccess(desks.office(), desks.store(), desks.register());
  }

  public void register(RoutesConfig routes) {
    routes.post("/cases/{id}/kept", visits.of(Section.KEEPING, this::person));
    routes.post("/cases/{id}/kept/{respondent}", visits.of(Section.KEEPING, this::respondent));
  }

  private void person(Visit visit) {
    CaseFile file = cases.find(visit);
    answer(visit, access.of(file.id(), visit.deed()));
  }

  private void respondent(Visit visit) {
    CaseFile file = cases.find(visit);
    RespondentId id = visit.path("respondent", RespondentId::new);
    if (!file.opened().respondents().contains(id)) {
      throw visit.nothing();
    }
    visit.shows(Owner.of(id).subject());
    answer(visit, access.of(id, visit.deed()));
  }

  /** The file's name says nothing: it stays in the browser's list of downloads. */
  private static void answer(Visit visit, SubjectAnswer answer) {
    visit
        .ctx()
        .contentType("application/json; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"kept.json\"")
        .result(answer.json());
  }
}
