package org.haetae.console.casefile;

import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import org.haetae.casework.account.EmergencyAccess;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.office.Office;
import org.haetae.console.Desks;
import org.haetae.console.access.Access;
import org.haetae.console.web.Visit;
import org.haetae.domain.id.CaseId;

/** Finds the case that a path names, for who may see it. Safe for many threads. */
public final class SeenCases {
  private final Office office;
  private final EmergencyAccess emergency;

  public SeenCases(Desks desks) {
    this.office = desks.office();
    this.emergency = desks.emergency();
  }

  /**
   * The case of {@code /cases/{id}/…}.
   *
   * @throws NotFoundResponse also where there is one that the visitor may not see: that there is
   *     one is nobody else's to know
   */
  public CaseFile find(Visit visit) {
    CaseId id = visit.path("id", CaseId::new);
    CaseFile found =
        office
            .<Optional<CaseFile>>look(files -> files.find(id))
            .filter(file -> Access.sees(visit.who(), file, emergency.opened(visit.who().id())))
            .orElseThrow(() -> new NotFoundResponse(visit.words().text("problem.case")));
    visit.shows(id);
    return found;
  }
}
