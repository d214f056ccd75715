package org.haetae.console.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.haetae.console.web.Visits;

/** Routes each operation and remembers its description. Filled before the server starts. */
public final class Operations {
  private final RoutesConfig routes;
  private final Visits visits;
  private final Repeats repeats;
  private final List<Operation> all = new ArrayList<>();

  public Operations(RoutesConfig routes, Visits visits, Repeats repeats) {
    this.routes = routes;
    this.visits = visits;
    this.repeats = repeats;
  }

  public void add(Operation operation, Visits.Answer answer) {
    all.add(operation);
    Visits.Answer once =
        operation.method().equals(HandlerType.POST) ? visit -> repeats.once(visit, answer) : answer;
    Handler handler =
        operation
            .right()
            .map(right -> visits.of(right.section(), right.scope(), once))
            .orElseGet(() -> visits.ofAnybody(once));
    var _ = routes.addEndpoint(new Endpoint(operation.method(), operation.path(), handler));
  }

  List<Operation> all() {
    return List.copyOf(all);
  }
}
