package org.haetae.console.watch;

import io.javalin.config.RoutesConfig;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.office.Files;
import org.haetae.casework.watch.Station;
import org.haetae.casework.watch.Waiting;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchState;
import org.haetae.console.Desks;
import org.haetae.console.access.Access;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/** Which station has which watches, who waits for one, and what a station does with its own. */
public final class StockPages {
  private static final int NEXT = 20;

  private final Visits visits;
  private final Desks desks;

  public StockPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
  }

  /**
   * A station's stock.
   *
   * @param waiting requests at this station that no watch is kept for
   */
  public record Line(Station station, Map<WatchState, Integer> counts, int waiting) {
    public Line {
      counts = Map.copyOf(counts);
    }

    public int count(WatchState state) {
      return counts.getOrDefault(state, 0);
    }
  }

  /**
   * What the page shows.
   *
   * @param total of all stations
   * @param next who is next in the waiting list
   * @param waiting how many wait in all
   */
  public record Shown(
      List<Line> lines,
      Map<WatchState, Integer> total,
      StationMap map,
      List<Waiting> next,
      int waiting) {
    public Shown {
      lines = List.copyOf(lines);
      total = Map.copyOf(total);
      next = List.copyOf(next);
    }

    public int total(WatchState state) {
      return total.getOrDefault(state, 0);
    }

    public int watches() {
      return total.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * What a station's page shows.
   *
   * @param expected watches that another station has sent here
   */
  public record ShownStation(
      Station station, List<Watch> watches, List<Watch> expected, List<Station> stations) {
    public ShownStation {
      watches = List.copyOf(watches);
      expected = List.copyOf(expected);
      stations = List.copyOf(stations);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/watches", visits.of(Section.WATCHES, this::show));
    routes.get("/watches/stations/{station}", visits.of(Section.WATCHES, this::station));
    routes.post("/watches/stations/{station}", visits.of(Section.WATCHES, this::receive));
    routes.post(
        "/watches/stations/{station}/{serial}/{step}", visits.of(Section.WATCHES, this::step));
  }

  private void show(Visit visit) {
    Shown shown = desks.office().look(files -> shown(files, file -> seen(visit, file)));
    shown.next().forEach(one -> visit.shows(one.request().file()));
    visit.show("stock.jte", shown);
  }

  /**
   * Where somebody else's case stands in the list is theirs to know, and how many wait everybody's.
   */
  private boolean seen(Visit visit, CaseFile file) {
    return Access.answersFor(visit.who(), file);
  }

  private static Shown shown(Files files, Predicate<CaseFile> seen) {
    List<Waiting> waiting = files.waiting();
    Map<StationId, Integer> waits = new HashMap<>();
    waiting.forEach(one -> waits.merge(one.station(), 1, Integer::sum));
    Map<StationId, Integer> free = new HashMap<>();
    files.stock().watches().stream()
        .filter(Watch::free)
        .forEach(watch -> free.merge(watch.station(), 1, Integer::sum));
    Map<WatchState, Integer> total = new EnumMap<>(WatchState.class);
    List<Line> lines = new ArrayList<>();
    for (Station station : files.stock().stations()) {
      Map<WatchState, Integer> counts = files.stock().counts(station.id());
      counts.forEach((state, count) -> total.merge(state, count, Integer::sum));
      lines.add(new Line(station, counts, waits.getOrDefault(station.id(), 0)));
    }
    lines.sort(
        Comparator.comparingInt(Line::waiting)
            .reversed()
            .thenComparing(line -> line.station().name()));
    return new Shown(
        lines,
        total,
        StationMap.of(files.stock().stations(), free),
        waiting.stream()
            .filter(one -> files.find(one.request().file()).filter(seen).isPresent())
            .limit(NEXT)
            .toList(),
        waiting.size());
  }

  private void station(Visit visit) {
    StationId id = visit.path("station", StationId::new);
    ShownStation shown =
        desks
            .office()
            .look(
                files ->
                    new ShownStation(
                        files
                            .stock()
                            .station(id)
                            .orElseThrow(
                                () -> new NotFoundResponse(visit.words().text("problem.404"))),
                        sorted(files, watch -> watch.station().equals(id)),
                        sorted(files, watch -> watch.travelsTo().filter(id::equals).isPresent()),
                        List.copyOf(files.stock().stations())));
    Stream.concat(shown.watches().stream(), shown.expected().stream())
        .flatMap(watch -> watch.holding().stream())
        .forEach(held -> visit.shows(held.request().file()));
    visit.show("station.jte", shown);
  }

  private static List<Watch> sorted(Files files, Predicate<Watch> wanted) {
    return files.stock().watches().stream()
        .filter(wanted)
        .filter(watch -> watch.state() != WatchState.RETIRED)
        .sorted(Comparator.comparing(Watch::state).thenComparing(Watch::serial))
        .toList();
  }

  private void receive(Visit visit) {
    StationId station = visit.path("station", StationId::new);
    desks
        .watches()
        .receive(
            visit.field("serial", WatchSerial::new),
            station,
            visit.field("model"),
            visit.field("firmware"),
            visit.deed());
    back(visit, station);
  }

  private void step(Visit visit) {
    StationId station = visit.path("station", StationId::new);
    WatchSerial serial = visit.path("serial", WatchSerial::new);
    if (withAnother(visit, serial)) {
      throw visit.nothing();
    }
    switch (visit.ctx().pathParam("step")) {
      case "send" -> desks.watches().send(serial, visit.field("to", StationId::new), visit.deed());
      case "arrived" -> desks.watches().arrived(serial, visit.deed());
      case "lost" -> desks.watches().lost(serial, visit.field("reason"), visit.deed());
      case "found" -> desks.watches().found(serial, station, visit.deed());
      case "repair" -> desks.watches().repair(serial, visit.field("reason"), visit.deed());
      case "repaired" -> desks.watches().repaired(serial, visit.field("firmware"), visit.deed());
      case "retire" -> desks.watches().retire(serial, visit.field("reason"), visit.deed());
      default -> throw new NotFoundResponse(visit.words().text("problem.404"));
    }
    back(visit, station);
  }

  /**
   * Whether somebody has it whose case isn't the visitor's: what is done to it is done to the case.
   */
  private boolean withAnother(Visit visit, WatchSerial serial) {
    return desks
        .office()
        .<Boolean>look(
            files ->
                files.watch(serial).stream()
                    .flatMap(watch -> watch.holding().stream())
                    .flatMap(held -> files.find(held.request().file()).stream())
                    .anyMatch(file -> !seen(visit, file)));
  }

  private static void back(Visit visit, StationId station) {
    visit.goTo("/watches/stations/" + station);
  }
}
