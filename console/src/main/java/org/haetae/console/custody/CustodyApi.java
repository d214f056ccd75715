package org.haetae.console.custody;

import java.time.Instant;
import java.util.List;
import org.haetae.casework.account.Scope;
import org.haetae.casework.imports.ImportKind;
import org.haetae.casework.imports.ImportReport;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.api.Length;
import org.haetae.console.api.Operation;
import org.haetae.console.api.Operations;
import org.haetae.console.web.Visit;

/**
 * {@code POST /api/custody} takes a JSON list of reports, as {@code haetae import custody} does:
 * all of them or none, and one that is known already counts as taken.
 */
public final class CustodyApi {
  private final Desks desks;

  public CustodyApi(Desks desks) {
    this.desks = desks;
  }

  /**
   * A report as it is sent.
   *
   * @param key of its sender; known again if it is sent twice
   * @param kind such as {@code released}
   * @param effective when
   */
  record CustodyReport(
      @Length(min = 1, max = 200) String key,
      @Length(min = 1, max = 200) String respondent,
      @Length(min = 1, max = 200) String kind,
      Instant effective) {}

  /** What came of it; nothing is written where there is any problem. */
  record CustodyTaken(int rows, boolean written, List<RowProblem> problems) {
    CustodyTaken {
      problems = List.copyOf(problems);
    }
  }

  /**
   * What is wrong with a report.
   *
   * @param row from 1; 0 where it is about the whole
   */
  record RowProblem(int row, String detail) {}

  public void register(Operations operations) {
    operations.add(
        Operation.post("/api/custody", "custody")
            .open(Section.RELEASES, Scope.CUSTODY)
            .taking(CustodyReport.class, true)
            .answering(CustodyTaken.class),
        this::take);
  }

  private void take(Visit visit) {
    ImportReport report =
        desks.importer().take(ImportKind.CUSTODY, visit.ctx().body(), false, visit.deed());
    visit.json(
        new CustodyTaken(
            report.rows(),
            report.written(),
            report.problems().stream()
                .map(problem -> new RowProblem(problem.line(), problem.sentence()))
                .toList()));
    visit.ctx().status(report.written() ? 200 : 422);
  }
}
