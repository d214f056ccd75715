package org.haetae.console.planning;

import io.javalin.config.RoutesConfig;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haetae.casework.office.Files;
import org.haetae.casework.office.PlanningFacts;
import org.haetae.casework.planning.Demand;
import org.haetae.casework.planning.DemandForecast;
import org.haetae.casework.planning.Outlook;
import org.haetae.casework.planning.PlanFigures;
import org.haetae.casework.planning.PlanFiguresReader;
import org.haetae.casework.planning.ReturnRates;
import org.haetae.casework.planning.RunOut;
import org.haetae.casework.planning.Shelf;
import org.haetae.casework.planning.Sizing;
import org.haetae.casework.planning.StockOut;
import org.haetae.casework.planning.WatchLoad;
import org.haetae.casework.watch.Station;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.StationId;

/**
 * When watches run out, by what people asked for so far; and how many a plan's cases would need.
 */
public final class PlanningPages {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  /** Of the cases; ours, for the plan says nothing of it. The reader may ask for another. */
  private static final int SHARE = 15;

  /** Of those who ask. */
  private static final double MAY_WAIT = 0.01;

  private final Visits visits;
  private final Desks desks;
  private final PlanFigures figures = PlanFiguresReader.shipped();

  public PlanningPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
  }

  /** What one look at the office tells. */
  private record Known(PlanningFacts facts, Map<StationId, String> names) {}

  /**
   * What is to come.
   *
   * @param expected requests of the next thirty days
   * @param low and {@code high} a range that holds nine times in ten
   */
  public record Coming(double perDay, double expected, int low, int high, Outlook outlook) {
    static Coming of(Demand demand, Outlook outlook) {
      int month = 30;
      return new Coming(
          demand.perDay(),
          demand.expected(month),
          demand.within(month, LOW),
          demand.within(month, HIGH),
          outlook);
    }
  }

  /** A station's stock and what is to come. */
  public record Line(String station, String name, Shelf shelf, Coming coming) {}

  /**
   * The whole country, where enough weeks are known.
   *
   * @param stations who runs out first comes first
   */
  public record Forecast(Coming national, Curve curve, List<Line> stations) {
    public Forecast {
      stations = List.copyOf(stations);
    }
  }

  /**
   * What a plan's figures mean.
   *
   * @param share of the cases that get a watch, percent
   * @param days that a watch stays out
   * @param needed watches with which one in a hundred must wait
   */
  public record Sized(
      Sizing sizing, int share, int days, WatchLoad load, List<Sizing.Step> steps, int needed) {
    public Sized {
      steps = List.copyOf(steps);
    }
  }

  /** What the page shows. */
  public record Shown(
      Shelf national, int weeks, int ends, Optional<Forecast> forecast, Sized sized) {}

  public void register(RoutesConfig routes) {
    routes.get("/planning", visits.of(Section.PLANNING, this::show));
  }

  private void show(Visit visit) {
    Known known = desks.office().look(files -> known(files, visit));
    PlanningFacts facts = known.facts();
    ReturnRates rates =
        ReturnRates.of(facts.tenancies(), facts.today(), desks.plan().watches().term());
    visit.show(
        "planning.jte",
        new Shown(
            Shelf.together(facts.shelves().values()),
            facts.history().weeks(),
            rates.ends(),
            DemandForecast.of(facts.history())
                .map(found -> forecast(facts, known.names(), rates, found)),
            sized(visit, facts, rates)));
  }

  private Known known(Files files, Visit visit) {
    return new Known(
        PlanningFacts.of(files, visit.now(), desks.plan().watches().zone()),
        files.stock().stations().stream().collect(Collectors.toMap(Station::id, Station::name)));
  }

  private static Forecast forecast(
      PlanningFacts facts, Map<StationId, String> names, ReturnRates rates, DemandForecast found) {
    StockOut stockOut = new StockOut(facts.today(), rates);
    Shelf all = Shelf.together(facts.shelves().values());
    List<Line> lines =
        found.stations().entrySet().stream()
            .map(
                one -> {
                  Shelf shelf = facts.shelves().getOrDefault(one.getKey(), Shelf.EMPTY);
                  return new Line(
                      one.getKey().value(),
                      names.getOrDefault(one.getKey(), one.getKey().value()),
                      shelf,
                      Coming.of(one.getValue(), stockOut.of(shelf, one.getValue())));
                })
            .sorted(
                Comparator.comparing((Line line) -> day(line.coming().outlook().early()))
                    .thenComparing(line -> day(line.coming().outlook().expected()))
                    .thenComparing(Line::name))
            .toList();
    return new Forecast(
        Coming.of(found.national(), stockOut.of(all, found.national())),
        Curve.of(stockOut.expected(all, found.national())),
        lines);
  }

  private static LocalDate day(RunOut out) {
    return switch (out) {
      case RunOut.On on -> on.day();
      case RunOut.NotUntil not -> not.lastDay().plusDays(1);
    };
  }

  private Sized sized(Visit visit, PlanningFacts facts, ReturnRates rates) {
    Sizing sizing = new Sizing(figures);
    int days = Math.toIntExact(Math.round(rates.meanDaysOut(facts.today())));
    int share = number(visit, "share", SHARE, 100);
    int out = number(visit, "days", days, 3650);
    WatchLoad load = new WatchLoad(sizing.nextYear().asOnAverage(), share / 100.0, out);
    int stations = Math.max(1, facts.shelves().size());
    return new Sized(
        sizing, share, out, load, sizing.steps(load, stations), Sizing.needed(load, MAY_WAIT));
  }

  private static int number(Visit visit, String name, int standard, int most) {
    return Math.clamp(visit.query(name, standard), 0, most);
  }
}
