package org.haetae.console.release;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.office.NoticeDesk.Untold;
import org.haetae.casework.release.CustodyEvent;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.NoticeRule;
import org.haetae.casework.release.Recipient;
import org.haetae.console.Desks;
import org.haetae.console.access.Access;
import org.haetae.console.access.Section;
import org.haetae.console.casefile.SeenCases;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.RespondentId;

/** Who must still hear of a release; saying that they have; and reporting one by hand. */
public final class ReleasePages {
  private final Visits visits;
  private final Desks desks;
  private final SeenCases cases;

  public ReleasePages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.cases = new SeenCases(desks);
  }

  /** What the page shows. */
  public record Shown(List<Untold> untold, NoticeRule rule) {
    public Shown {
      untold = List.copyOf(untold);
    }

    /** Until when an officer must have said it face to face. */
    public Instant inPersonDue(Untold one) {
      return one.notice().inPersonDue(rule);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/releases", visits.of(Section.RELEASES, this::show));
    routes.post("/releases", visits.of(Section.RELEASES, this::report));
    routes.post("/cases/{id}/releases/{number}/{to}", visits.of(Section.RELEASES, this::confirm));
    routes.post("/cases/{id}/refusal", visits.of(Section.RELEASES, this::refuse));
    routes.post("/cases/{id}/refusal/review", visits.of(Section.RELEASES, this::review));
  }

  private void show(Visit visit) {
    List<Untold> seen =
        desks.notices().untold().stream()
            .filter(one -> Access.answersFor(visit.who(), one.file()))
            .toList();
    seen.forEach(one -> visit.shows(one.file().id()));
    visit.show("releases.jte", new Shown(seen, desks.plan().notices()));
  }

  private void report(Visit visit) {
    CustodyEvent event =
        new CustodyEvent(
            visit.field("key"),
            visit.field("respondent", RespondentId::new),
            visit.field("kind", CustodyKind::valueOf),
            time(visit));
    var _ = desks.notices().report(event, visit.deed());
    visit.goTo("/releases");
  }

  private Instant time(Visit visit) {
    ZoneId zone = visit.words().zone();
    try {
      return LocalDateTime.parse(visit.field("effective")).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadRequestResponse(visit.words().text("problem.time"));
    }
  }

  private void confirm(Visit visit) {
    CaseFile file = cases.find(visit);
    int number = visit.path("number", Integer::valueOf);
    Recipient to = visit.path("to", Recipient::valueOf);
    if (visit.maybe("code").isPresent()) {
      if (!desks.notices().confirm(file.id(), number, to, visit.field("code"), visit.deed())) {
        throw new BadRequestResponse(visit.words().text("releases.wrong-code"));
      }
    } else {
      desks.notices().saidInPerson(file.id(), number, to, visit.field("proof"), visit.deed());
    }
    visit.goTo("/releases");
  }

  private void refuse(Visit visit) {
    CaseFile file = cases.find(visit);
    desks.notices().refuse(file.id(), visit.field("reason"), visit.deed());
    visit.goTo("/cases/" + file.id());
  }

  private void review(Visit visit) {
    CaseFile file = cases.find(visit);
    desks.notices().reviewRefusal(file.id(), visit.ticked("still"), visit.deed());
    visit.goTo("/cases/" + file.id());
  }
}
