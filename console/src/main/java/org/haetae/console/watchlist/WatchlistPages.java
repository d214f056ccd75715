package org.haetae.console.watchlist;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.casework.watchlist.OrderStanding;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.site.LiveSite;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.OrderId;

/** Why each face is looked for, and the steps that people take about it. */
public final class WatchlistPages {
  private final Visits visits;
  private final Desks.Live live;

  public WatchlistPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.live = desks.live();
  }

  /** What the page shows: all orders that have not ended, and those that did of late. */
  public record Shown(LiveSite site, List<OrderStanding> orders) {
    public Shown {
      orders = List.copyOf(orders);
    }

    /** How many photographs people are asked to look at; none where nobody is asked. */
    public int photographs(OrderStanding order) {
      return order.unapproved() ? site.photographs(order.file().issued().respondent()) : 0;
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/watchlist", visits.of(Section.WATCHLIST, this::show));
    step(routes, "approve", visit -> desk().approve(order(visit), visit.who().id()));
    step(routes, "suspend", v -> desk().suspend(order(v), v.who().id(), v.field("reason")));
    step(routes, "resume", visit -> desk().resume(order(visit)));
    step(routes, "revoke", v -> desk().revoke(order(v), v.who().id(), v.field("reason")));
    step(routes, "enrol-again", visit -> desk().enrolAgain(order(visit)));
    step(
        routes,
        "extend",
        visit ->
            desk()
                .extend(
                    order(visit),
                    day(visit),
                    visit.field("court"),
                    visit.field("reference"),
                    visit.who().id()));
  }

  private OrderDesk desk() {
    return live.orders();
  }

  private void step(RoutesConfig routes, String name, Visits.Answer taken) {
    routes.post(
        "/watchlist/{order}/" + name,
        visits.of(
            Section.WATCHLIST,
            visit -> {
              taken.to(visit);
              visit.goTo("/watchlist");
            }));
  }

  private void show(Visit visit) {
    visit.show("watchlist.jte", new Shown(live.site(), desk().orders()));
  }

  private static OrderId order(Visit visit) {
    return visit.path("order", OrderId::new);
  }

  /** The end of an order: midnight before that day. */
  private static Instant day(Visit visit) {
    try {
      return LocalDate.parse(visit.field("until")).atStartOfDay(visit.words().zone()).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequestResponse(visit.words().text("problem.day"));
    }
  }
}
