package org.haetae.console.keeping;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.retention.HoldDesk;
import org.haetae.casework.retention.LegalHold;
import org.haetae.casework.store.Owner;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;

/** What is held and why; holding something, and lifting a hold. */
public final class HoldPages {
  /** Of holds that were lifted; the audit trail has all of them. */
  private static final int MOST_LIFTED = 100;

  private static final int LONGEST_NAME = 64;

  private final Visits visits;
  private final HoldDesk holds;

  public HoldPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.holds = new HoldDesk(desks.office(), desks.store());
  }

  /**
   * What the page shows.
   *
   * @param held now, the newest first
   * @param lifted the newest of those that hold no more
   * @param asked a case that is to be held, as the way here names it; may be empty
   */
  public record Shown(List<LegalHold> held, List<LegalHold> lifted, String asked) {
    public Shown {
      held = List.copyOf(held);
      lifted = List.copyOf(lifted);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/holds", visits.of(Section.KEEPING, this::list));
    routes.post("/holds", visits.of(Section.KEEPING, this::place));
    routes.post("/holds/lift", visits.of(Section.KEEPING, this::lift));
  }

  private void list(Visit visit) {
    List<LegalHold> all = holds.all();
    List<LegalHold> held = all.stream().filter(hold -> hold.lifted().isEmpty()).toList();
    List<LegalHold> lifted =
        all.stream().filter(hold -> hold.lifted().isPresent()).limit(MOST_LIFTED).toList();
    List.of(held, lifted).forEach(some -> some.forEach(hold -> visit.shows(hold.on().subject())));
    String asked = Optional.ofNullable(visit.ctx().queryParam("case")).orElse("").strip();
    visit.show(
        "holds.jte",
        new Shown(held, lifted, asked.substring(0, Math.min(asked.length(), LONGEST_NAME))));
  }

  private void place(Visit visit) {
    holds.place(on(visit), visit.field("reason"), visit.deed());
    visit.goTo("/holds");
  }

  /** What is due goes within the hour, so nobody lifts a hold by a slip of the hand. */
  private void lift(Visit visit) {
    Owner on = on(visit);
    if (!visit.ticked("sure")) {
      throw new BadRequestResponse(visit.words().text("holds.not-sure"));
    }
    holds.lift(on, visit.deed());
    visit.goTo("/holds");
  }

  private static Owner on(Visit visit) {
    Owner.Kind kind = visit.field("kind", Owner.Kind::valueOf);
    return switch (kind) {
      case CASE -> Owner.of(visit.field("id", CaseId::new));
      case ORDER -> Owner.of(visit.field("id", OrderId::new));
      case RESPONDENT, HOUSE ->
          throw new BadRequestResponse(visit.words().text("holds.only-case-or-order"));
    };
  }
}
