package org.haetae.console.home;

import io.javalin.config.RoutesConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.cover.CoverLine;
import org.haetae.casework.office.Files;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.Staff;
import org.haetae.console.Desks;
import org.haetae.console.access.Access;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.CaseId;

/** Every protected person whom the visitor answers for, who lacks most first. */
public final class HomePage {
  private static final int LINES = 50;

  private final Visits visits;
  private final Desks desks;

  public HomePage(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
  }

  /**
   * What the page shows.
   *
   * @param people how many there are in all
   * @param skipped how many come before these
   */
  public record Shown(List<CoverLine> lines, int people, int skipped) {
    public Shown {
      lines = List.copyOf(lines);
    }

    public Optional<Integer> before() {
      return skipped == 0 ? Optional.empty() : Optional.of(Math.max(0, skipped - LINES));
    }

    public Optional<Integer> after() {
      int next = skipped + LINES;
      return next < people ? Optional.of(next) : Optional.empty();
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/", visits.ofAnybody(HomePage::lead));
    routes.get("/cover", visits.of(Section.CASES, this::show));
  }

  /** To the first page that the visitor's role may open. */
  private static void lead(Visit visit) {
    Set<Section> sections = visit.sections();
    if (sections.contains(Section.WALL)) {
      visit.goTo("/wall");
    } else if (sections.contains(Section.CAMERAS)) {
      visit.goTo("/cameras");
    } else if (sections.contains(Section.AUDIT)) {
      visit.goTo("/audit");
    } else {
      visit.show("nothing.jte", visit.who());
    }
  }

  private void show(Visit visit) {
    Shown shown = shown(visit, Math.max(0, visit.query("skip", 0)));
    shown.lines().forEach(line -> line.file().ifPresent(visit::shows));
    visit.show("home.jte", shown);
  }

  private Shown shown(Visit visit, int skip) {
    if (visit.who().role().filter(Role.SUPERVISOR::equals).isPresent()) {
      List<CoverLine> lines = desks.cover().lines(visit.now(), skip, LINES);
      return new Shown(lines, desks.cover().size(), skip);
    }
    List<CoverLine> own = own(visit.who(), visit.now());
    return new Shown(own.stream().skip(skip).limit(LINES).toList(), own.size(), skip);
  }

  private List<CoverLine> own(Staff who, Instant now) {
    return desks.office().look(files -> seen(who, files)).stream()
        .flatMap(id -> desks.cover().line(id, now).stream())
        .sorted(CoverLine.ORDER)
        .toList();
  }

  private static List<CaseId> seen(Staff who, Files files) {
    return files.cases().stream()
        .filter(CaseFile::open)
        .filter(file -> Access.answersFor(who, file))
        .map(CaseFile::id)
        .toList();
  }
}
