package org.haetae.console.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.haetae.casework.account.Scope;
import org.haetae.casework.watchlist.OrderStanding;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.domain.id.Spelling;
import org.haetae.domain.order.ProtectionOrder;

/**
 * Whose face is looked for, on what ground and until when. Whom an order protects and where doesn't
 * enter it, and no face does.
 */
public final class OrderApi {
  private final Desks.Live live;

  public OrderApi(Desks desks) {
    this.live = desks.live();
  }

  /**
   * An order that has not ended, or did of late.
   *
   * @param faces that are looked for under it
   * @param approvals how many people have approved its photographs
   * @param unapproved whether faces wait for people to approve them
   */
  record OrderJson(
      String id,
      String reference,
      String kind,
      String basis,
      String state,
      String respondent,
      String grade,
      Instant from,
      Instant until,
      int faces,
      int approvals,
      boolean unapproved) {
    static OrderJson of(OrderStanding standing) {
      ProtectionOrder order = standing.file().issued();
      return new OrderJson(
          order.id().value(),
          order.reference(),
          Spelling.of(order.kind()),
          order.legalBasis(),
          Spelling.of(standing.state()),
          order.respondent().value(),
          Spelling.of(order.riskGrade()),
          order.validity().from(),
          standing.file().endsAt(),
          standing.faces(),
          standing.approvals().size(),
          standing.unapproved());
    }
  }

  public void register(Operations operations) {
    operations.add(
        Operation.get("/api/orders", "orders", Parameter.limit(), Parameter.after("order"))
            .open(Section.WATCHLIST, Scope.ORDERS)
            .listing(OrderJson.class),
        this::show);
  }

  private void show(Visit visit) {
    List<OrderJson> all =
        live.orders().orders().stream()
            .map(OrderJson::of)
            .sorted(Comparator.comparing(OrderJson::id))
            .toList();
    visit.json(Slice.of(visit).ofSorted(visit, all, OrderJson::id));
  }
}
