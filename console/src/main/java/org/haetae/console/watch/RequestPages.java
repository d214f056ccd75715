package org.haetae.console.watch;

import io.javalin.config.RoutesConfig;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.office.Files;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.Offer;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.RequestStep;
import org.haetae.casework.watch.Station;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.casework.watch.WatchState;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.casefile.SeenCases;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/** A case's requests for a watch, and the watch that the person has. */
public final class RequestPages {
  private final Visits visits;
  private final Desks desks;
  private final SeenCases cases;

  public RequestPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.cases = new SeenCases(desks);
  }

  /**
   * What the page shows.
   *
   * @param requests the newest first
   * @param held the watch that the person has
   * @param offers for the request that is open, the nearest first
   */
  public record Shown(
      CaseFile file,
      List<WatchRequest> requests,
      Optional<Watch> held,
      List<Offer> offers,
      List<Station> stations) {
    public Shown {
      requests = List.copyOf(requests);
      offers = List.copyOf(offers);
      stations = List.copyOf(stations);
    }

    public boolean mayAsk() {
      return file.open() && held.isEmpty() && requests.stream().noneMatch(WatchRequest::open);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/cases/{id}/watch", visits.of(Section.WATCHES, this::show));
    routes.post("/cases/{id}/watch", visits.of(Section.WATCHES, this::ask));
    routes.post("/cases/{id}/watch/{number}/{step}", visits.of(Section.WATCHES, this::step));
    routes.post("/cases/{id}/held/{serial}/{step}", visits.of(Section.WATCHES, this::held));
  }

  private void show(Visit visit) {
    CaseFile file = cases.find(visit);
    double reach = desks.plan().watches().reach();
    visit.show(
        "watch.jte",
        desks
            .office()
            .look(
                files ->
                    new Shown(
                        file,
                        file.requests().reversed(),
                        held(files, file),
                        file.requests().stream()
                            .filter(WatchRequest::open)
                            .flatMap(
                                request -> files.stock().offers(request.station(), reach).stream())
                            .toList(),
                        List.copyOf(files.stock().stations()))));
  }

  private static Optional<Watch> held(Files files, CaseFile file) {
    return file.requests().reversed().stream()
        .flatMap(request -> request.watch().stream())
        .flatMap(serial -> files.watch(serial).stream())
        .filter(watch -> watch.state() == WatchState.ISSUED)
        .filter(watch -> isWith(watch, file))
        .findFirst();
  }

  private static boolean isWith(Watch watch, CaseFile file) {
    return watch.holding().filter(held -> held.request().file().equals(file.id())).isPresent();
  }

  private void ask(Visit visit) {
    CaseFile file = cases.find(visit);
    var _ = desks.watches().ask(file.id(), visit.field("station", StationId::new), visit.deed());
    back(visit, file);
  }

  private void step(Visit visit) {
    CaseFile file = cases.find(visit);
    RequestKey key = new RequestKey(file.id(), visit.path("number", Integer::valueOf));
    switch (visit.ctx().pathParam("step")) {
      case "reserve" ->
          desks.watches().reserve(key, visit.field("serial", WatchSerial::new), visit.deed());
      case "issue" ->
          desks
              .watches()
              .issue(
                  key,
                  new Handing(
                      visit.field("identity"), visit.ticked("fitted"), visit.ticked("test-call")),
                  visit.deed());
      case "told" ->
          desks
              .watches()
              .told(
                  key,
                  visit.field("what", RequestStep::valueOf),
                  visit.field("proof"),
                  visit.deed());
      case "close" ->
          desks
              .watches()
              .close(
                  key,
                  visit.field("why", RequestClosing::valueOf),
                  visit.field("reason"),
                  visit.deed());
      default -> throw new NotFoundResponse(visit.words().text("problem.404"));
    }
    back(visit, file);
  }

  private void held(Visit visit) {
    CaseFile file = cases.find(visit);
    WatchSerial serial = visit.path("serial", WatchSerial::new);
    if (desks.office().<Optional<Watch>>look(files -> held(files, file)).stream()
        .noneMatch(watch -> watch.serial().equals(serial))) {
      throw new NotFoundResponse(visit.words().text("problem.404"));
    }
    switch (visit.ctx().pathParam("step")) {
      case "worn" ->
          desks
              .watches()
              .wearingChecked(
                  serial,
                  visit.field("worn").equals("yes"),
                  visit.maybe("note").orElse(""),
                  visit.deed());
      case "registered" ->
          desks.watches().registered(serial, visit.field("confirmation"), visit.deed());
      case "renew" -> desks.watches().renew(serial, visit.deed());
      case "returned" ->
          desks.watches().returned(serial, visit.field("station", StationId::new), visit.deed());
      case "lost" -> desks.watches().lost(serial, visit.field("reason"), visit.deed());
      default -> throw new NotFoundResponse(visit.words().text("problem.404"));
    }
    back(visit, file);
  }

  private static void back(Visit visit, CaseFile file) {
    visit.goTo("/cases/%s/watch".formatted(file.id()));
  }
}
