package org.haetae.console.inspection;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.inspection.Check;
import org.haetae.casework.inspection.Finding;
import org.haetae.casework.inspection.Seen;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.casefile.SeenCases;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.CaseId;

/** A form for a phone in one hand, and the photographs that come with it. */
public final class InspectionPages {
  private final Visits visits;
  private final Desks desks;
  private final SeenCases cases;
  private final PhotographIntake intake = new PhotographIntake();

  public InspectionPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.cases = new SeenCases(desks);
  }

  /** What the form shows. */
  public record Shown(CaseId file, List<Finding> open) {
    public Shown {
      open = List.copyOf(open);
    }
  }

  /** What was seen of one thing, with pictures that are not sealed yet. */
  private record Taken(Check check, Seen.Result result, String note, List<byte[]> pictures) {
    Seen named(List<String> photographs) {
      return new Seen(check, result, note, photographs);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/cases/{id}/inspection", visits.of(Section.CASES, this::show));
    routes.post("/cases/{id}/inspection", visits.of(Section.CASES, this::inspect));
    routes.post("/cases/{id}/findings/{finding}", visits.of(Section.CASES, this::mend));
    routes.get("/cases/{id}/photographs/{name}", visits.of(Section.CASES, this::photograph));
  }

  private void show(Visit visit) {
    CaseFile file = cases.find(visit);
    visit.show("inspection.jte", new Shown(file.id(), file.inspections().open()));
  }

  private void inspect(Visit visit) throws IOException {
    CaseFile file = cases.find(visit);
    List<Taken> taken = new ArrayList<>();
    for (Check check : Check.values()) {
      Seen.Result result = visit.field(check.name(), Seen.Result::valueOf);
      String note = visit.maybe("note-" + check.name()).orElse("");
      taken.add(new Taken(check, result, note, pictures(visit, "photograph-" + check.name())));
    }
    requireComplete(visit, taken);
    List<Seen> seen = taken.stream().map(one -> one.named(sealed(visit, file, one))).toList();
    desks.cases().inspect(file.id(), seen, visit.deed());
    visit.goTo("/cases/" + file.id());
  }

  /** Before anything is sealed, so that what is refused leaves no photograph behind. */
  private static void requireComplete(Visit visit, List<Taken> taken) {
    for (Taken one : taken) {
      if (one.result() == Seen.Result.BAD && one.note().isBlank()) {
        throw new BadRequestResponse(
            visit.words().text("inspection.say-what", visit.words().of(one.check())));
      }
    }
  }

  private List<String> sealed(Visit visit, CaseFile file, Taken taken) {
    return taken.pictures().stream()
        .map(picture -> desks.photographs().seal(file.id(), picture, visit.deed()))
        .toList();
  }

  private List<byte[]> pictures(Visit visit, String field) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (UploadedFile upload : visit.ctx().uploadedFiles(field)) {
      try (InputStream in = upload.content()) {
        byte[] bytes = in.readAllBytes();
        // A field in which nothing was chosen comes as an empty file.
        if (bytes.length > 0) {
          pictures.add(intake.jpeg(bytes));
        }
      } catch (UnreadablePicture e) {
        throw new BadRequestResponse(visit.words().text(String.valueOf(e.getMessage())));
      }
    }
    return pictures;
  }

  /** A finding is mended: words, a photograph, or both show it. */
  private void mend(Visit visit) throws IOException {
    CaseFile file = cases.find(visit);
    int finding = visit.path("finding", Integer::valueOf);
    if (file.inspections().open().stream().noneMatch(open -> open.number() == finding)) {
      throw new NotFoundResponse(visit.words().text("problem.404"));
    }
    List<String> evidence = new ArrayList<>();
    visit.maybe("words").ifPresent(evidence::add);
    pictures(visit, "photograph").stream()
        .map(picture -> desks.photographs().seal(file.id(), picture, visit.deed()))
        .forEach(evidence::add);
    desks.cases().mend(file.id(), finding, String.join(" ", evidence), visit.deed());
    visit.goTo("/cases/" + file.id());
  }

  private void photograph(Visit visit) {
    CaseFile file = cases.find(visit);
    String name = visit.ctx().pathParam("name");
    byte[] jpeg =
        desks
            .photographs()
            .open(file.id(), name)
            .orElseThrow(() -> new NotFoundResponse(visit.words().text("problem.404")));
    visit.shows(AuditSubject.photograph(name));
    visit.ctx().contentType("image/jpeg").result(jpeg);
  }
}
