package org.haetae.casework.imports;

import java.util.ArrayList;
import java.util.List;
import org.haetae.casework.imports.ImportReport.LineProblem;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.office.Change;
import org.haetae.casework.office.Office;
import org.haetae.casework.order.OrderRules;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.Store;

/** Takes whole files in. Safe for many threads. */
public final class Importer {
  private final Office office;
  private final Store store;
  private final Plan plan;
  private final OrderRules rules;

  public Importer(Office office, Store store, Plan plan, OrderRules rules) {
    this.office = office;
    this.store = store;
    this.plan = plan;
    this.rules = rules;
  }

  /**
   * Looks through a file and, unless something is wrong or only a dry run is asked for, takes all
   * of it in.
   *
   * @param text of the file, CSV or JSON
   */
  public ImportReport take(ImportKind kind, String text, boolean dryRun, Deed deed) {
    List<ImportRow> rows;
    try {
      rows = ImportFile.read(kind, text);
    } catch (ImportFault e) {
      return new ImportReport(
          0, List.of(new LineProblem(0, String.valueOf(e.getMessage()))), false);
    }
    return switch (kind) {
      case ORDERS -> new OrderImport(store, rules).take(rows, dryRun, deed.at());
      case STATIONS -> take(rows, new StationImport(), dryRun, deed);
      case STAFF ->
          take(rows, new StaffImport(plan.curriculum(), plan.curriculum().zone()), dryRun, deed);
      case CASES -> take(rows, new CaseImport(plan.watches().zone()), dryRun, deed);
      case WATCHES -> take(rows, new WatchImport(plan.watches()), dryRun, deed);
      case CUSTODY -> take(rows, new CustodyImport(plan.notices().zone()), dryRun, deed);
    };
  }

  private ImportReport take(List<ImportRow> rows, RowImport into, boolean dryRun, Deed deed) {
    try {
      office.run(
          change -> {
            List<LineProblem> problems = takeAll(rows, into, change, deed);
            if (dryRun || !problems.isEmpty()) {
              throw new Undone(new ImportReport(rows.size(), problems, false));
            }
          });
      return new ImportReport(rows.size(), List.of(), true);
    } catch (Undone e) {
      return e.report;
    }
  }

  private static List<LineProblem> takeAll(
      List<ImportRow> rows, RowImport into, Change change, Deed deed) {
    List<LineProblem> problems = new ArrayList<>();
    for (ImportRow row : rows) {
      try {
        into.take(row, change, deed);
      } catch (ImportFault | Refusal e) {
        problems.add(new LineProblem(row.line(), String.valueOf(e.getMessage())));
      }
    }
    return problems;
  }

  /** Has the office undo everything. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImportReport report;

    Undone(ImportReport report) {
      this.report = report;
    }
  }
}
