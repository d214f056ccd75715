package org.haetae.console.wall;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.cover.CoverLine;
import org.haetae.console.Desks;
import org.haetae.console.access.Access;
import org.haetae.console.access.Section;
import org.haetae.console.incident.IncidentLine;
import org.haetae.console.incident.IncidentLines;
import org.haetae.console.site.CameraStanding;
import org.haetae.console.site.LiveSite;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.CaseId;

/** What needs somebody now. */
public final class WallPage {
  /** A small site is shown whole; of a large one only what somebody should look at. */
  private static final int FEW = 6;

  private static final int MOST_PEOPLE = 8;

  private final Visits visits;
  private final Desks desks;
  private final IncidentLines incidents;

  public WallPage(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.incidents = new IncidentLines(desks.live());
  }

  /**
   * What the page shows.
   *
   * @param tiles cameras whose pictures are shown
   * @param alerted those that recognised somebody about whom an incident is open
   * @param blind cameras that nobody may rely on
   * @param cameras how many there are in all
   * @param lacking people who lack most
   */
  public record Shown(
      LiveSite site,
      List<IncidentLine> incidents,
      List<Alarm> alarms,
      List<CameraStanding> tiles,
      Set<CameraId> alerted,
      List<CameraStanding> blind,
      int cameras,
      List<UnfamiliarFace> strangers,
      List<CoverLine> lacking) {
    public Shown {
      incidents = List.copyOf(incidents);
      alarms = List.copyOf(alarms);
      tiles = List.copyOf(tiles);
      alerted = Set.copyOf(alerted);
      blind = List.copyOf(blind);
      strangers = List.copyOf(strangers);
      lacking = List.copyOf(lacking);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/wall", visits.of(Section.WALL, this::open));
    routes.get("/wall/now", visits.of(Section.WALL, visit -> visit.show("now.jte", shown(visit))));
    routes.post("/wall/strangers/{id}/dismiss", visits.of(Section.WALL, this::dismiss));
    routes.get("/wall/strangers/{id}.jpg", visits.of(Section.WALL, this::stranger));
    routes.post("/wall/deliveries/again", visits.of(Section.WALL, this::sendAgain));
  }

  /** Once for however long it stays open. */
  private void open(Visit visit) {
    visit.shows(AuditSubject.part("/wall"));
    visit.show("wall.jte", shown(visit));
  }

  private Shown shown(Visit visit) {
    LiveSite site = desks.live().site();
    List<IncidentLine> ongoing = incidents.ongoing();
    List<CameraStanding> all = site.cameras();
    Set<CameraId> alerted = alerted(ongoing);
    List<CameraStanding> blind = all.stream().filter(CameraStanding::gap).toList();
    return new Shown(
        site,
        ongoing,
        site.alarms(),
        all.size() <= FEW ? all : telling(all, alerted),
        alerted,
        blind,
        all.size(),
        desks.live().strangers().newest(),
        desks.cover().lines(desks.clock().instant(), 0, MOST_PEOPLE).stream()
            .map(CoverLine::forOperators)
            .filter(line -> !line.covered())
            .map(line -> named(visit, line))
            .toList());
  }

  /** Everybody on the wall has a pseudonym; which case it is stands there for who may open it. */
  private CoverLine named(Visit visit, CoverLine line) {
    Optional<CaseId> file =
        line.file()
            .filter(
                id ->
                    desks
                        .office()
                        .<Optional<CaseFile>>look(files -> files.find(id))
                        .filter(found -> Access.answersFor(visit.who(), found))
                        .isPresent());
    return new CoverLine(line.person(), file, line.gaps(), line.next());
  }

  private static List<CameraStanding> telling(List<CameraStanding> all, Set<CameraId> alerted) {
    return all.stream().filter(camera -> camera.gap() || alerted.contains(camera.id())).toList();
  }

  private static Set<CameraId> alerted(List<IncidentLine> lines) {
    return lines.stream()
        .flatMap(line -> line.newest().stream())
        .map(alert -> alert.sighting().camera())
        .collect(Collectors.toSet());
  }

  private void stranger(Visit visit) {
    visit.picture(
        desks
            .live()
            .strangers()
            .find(visit.path("id", UUID::fromString))
            .map(face -> face.crop().jpeg()));
  }

  private void dismiss(Visit visit) {
    desks.live().strangers().dismiss(visit.path("id", UUID::fromString));
    visit.goTo("/wall");
  }

  private void sendAgain(Visit visit) {
    desks.live().incidents().sendAgain();
    visit.goTo("/wall");
  }
}
