package org.haetae.console.custody;

import io.javalin.config.RoutesConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import org.haetae.casework.account.Scope;
import org.haetae.casework.imports.ImportKind;
import org.haetae.casework.imports.ImportReport;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /api/custody} takes a JSON list of reports, as {@code haetae import custody} does:
 * all of them or none, and one that is known already counts as taken.
 */
public final class CustodyApi {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Visits visits;
  private final Desks desks;

  public CustodyApi(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
  }

  public void register(RoutesConfig routes) {
    routes.post("/api/custody", visits.of(Section.RELEASES, Scope.CUSTODY, this::take));
  }

  private void take(Visit visit) {
    ImportReport report =
        desks.importer().take(ImportKind.CUSTODY, visit.ctx().body(), false, visit.deed());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("rows", report.rows());
    answer.put("written", report.written());
    answer.put(
        "problems",
        report.problems().stream()
            .map(problem -> Map.of("row", problem.line(), "detail", problem.sentence()))
            .toList());
    visit.ctx().status(report.written() ? 200 : 422);
    visit.ctx().contentType("application/json").result(MAPPER.writeValueAsString(answer));
  }
}
