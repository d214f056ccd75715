package org.haetae.console.staff;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.haetae.casework.account.AccountRefusal;
import org.haetae.casework.account.Scope;
import org.haetae.casework.account.Token;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.SessionRow;
import org.haetae.casework.training.Staff;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;

/** People who work here, as a supervisor keeps them. */
public final class StaffPages {
  private static final int LONGEST_DAYS = 366;

  private final Visits visits;
  private final Desks desks;

  public StaffPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
  }

  /**
   * What the page shows.
   *
   * @param working who works here now
   * @param accounts who has set an account up
   * @param machines tokens that last
   */
  public record Shown(List<Staff> working, List<UserId> accounts, List<SessionRow> machines) {
    public Shown {
      working = List.copyOf(working);
      accounts = List.copyOf(accounts);
      machines = List.copyOf(machines);
    }
  }

  /**
   * A secret, shown this once.
   *
   * @param link whether it is a link to be opened, or a machine's token
   */
  public record Secret(UserId user, String text, boolean link) {
    @Override
    public String toString() {
      return "Secret";
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/users", visits.of(Section.USERS, this::list));
    routes.post("/users", visits.of(Section.USERS, this::post));
    routes.post("/users/{id}/invite", visits.of(Section.USERS, this::invite));
    routes.post("/users/{id}/leave", visits.of(Section.USERS, this::leave));
    routes.post("/users/{id}/token", visits.of(Section.USERS, this::token));
    routes.post("/users/tokens/{hash}/end", visits.of(Section.USERS, this::end));
  }

  private void list(Visit visit) {
    List<Staff> working =
        desks.office().look(files -> List.copyOf(files.staff())).stream()
            .filter(one -> one.role().isPresent())
            .sorted(Comparator.comparing(one -> one.id().value()))
            .toList();
    List<SessionRow> machines =
        desks.accounts().sessions().stream()
            .filter(row -> row.kind() == SessionRow.Kind.MACHINE)
            .toList();
    visit.show("users.jte", new Shown(working, desks.accounts().users(), machines));
  }

  private void post(Visit visit) {
    UserId user = visit.field("user", UserId::new);
    Role role = visit.field("role", Role::valueOf);
    StationId station = visit.field("station", StationId::new);
    requireAnother(visit, user);
    desks.cases().post(user, role, station, visit.deed());
    visit.goTo("/users");
  }

  private void invite(Visit visit) {
    UserId user = working(visit);
    Token link = desks.accounts().invite(user);
    visit.show("secret.jte", new Secret(user, visit.address() + "welcome/" + link.secret(), true));
  }

  private void leave(Visit visit) {
    UserId user = working(visit);
    requireAnother(visit, user);
    desks.cases().left(user, visit.deed());
    visit.goTo("/users");
  }

  private void token(Visit visit) {
    UserId user = working(visit);
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (Scope scope : Scope.values()) {
      if (visit.ticked(scope.name())) {
        scopes.add(scope);
      }
    }
    if (scopes.isEmpty()) {
      throw new BadRequestResponse(visit.words().text("users.no-scope"));
    }
    int days = visit.field("days", Integer::valueOf);
    if (days < 1 || days > LONGEST_DAYS) {
      throw new BadRequestResponse(visit.words().text("users.days-range", LONGEST_DAYS));
    }
    Token token =
        desks.accounts().machine(user, scopes, visit.field("label"), Duration.ofDays(days));
    visit.show("secret.jte", new Secret(user, token.secret(), false));
  }

  private void end(Visit visit) {
    desks.accounts().end(visit.ctx().pathParam("hash"));
    visit.goTo("/users");
  }

  private UserId working(Visit visit) {
    UserId user = visit.path("id", UserId::new);
    if (desks.office().<Staff>look(files -> files.staff(user)).role().isEmpty()) {
      throw visit.nothing();
    }
    return user;
  }

  /** Nobody gives themselves another role, or locks themselves out. */
  private static void requireAnother(Visit visit, UserId user) {
    if (user.equals(visit.who().id())) {
      throw new AccountRefusal(visit.words().text("users.own"));
    }
  }
}
