package org.haetae.console.report;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.report.MonthReport;
import org.haetae.casework.report.MonthSpan;
import org.haetae.casework.sight.MonthOfSight;
import org.haetae.casework.store.AuditTable.Head;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.site.CameraStanding;
import org.haetae.console.site.LiveSite;
import org.haetae.console.site.RecordingErrors;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.CameraId;

/**
 * Every alert of a month: under which order, for which reasons, with which error rate, and what
 * people did. Whoever prints it signs for it; the trail knows that it was read.
 */
public final class ReportPages {
  private final Visits visits;
  private final Desks desks;

  public ReportPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
  }

  /**
   * What the page shows.
   *
   * @param sight when cameras were blind
   * @param recordings what is measured of the whole pipeline now; each alert has what was known
   *     when it was raised
   * @param head where the audit trail stood when this was made; empty where it has no entry
   */
  public record Shown(
      LiveSite site,
      MonthReport report,
      MonthOfSight sight,
      Optional<RecordingErrors> recordings,
      Optional<Head> head) {}

  public void register(RoutesConfig routes) {
    routes.get("/reports", visits.of(Section.KEEPING, this::show));
  }

  private void show(Visit visit) {
    MonthReport report = desks.live().incidents().month(month(visit), visit.words().zone());
    visit.shows(AuditSubject.part("/reports"));
    report.incidents().forEach(record -> visit.shows(AuditSubject.of(record.incident().id())));
    visit.show(
        "report.jte",
        new Shown(
            desks.live().site(),
            report,
            sight(report.month(), visit),
            desks.live().site().recordings().known(),
            desks.store().read(in -> in.audit().head())));
  }

  private MonthOfSight sight(YearMonth month, Visit visit) {
    MonthSpan span = MonthSpan.of(month, visit.words().zone());
    LiveSite site = desks.live().site();
    Set<CameraId> cameras =
        site.cameras().stream().map(CameraStanding::id).collect(Collectors.toSet());
    return desks
        .store()
        .read(
            in ->
                MonthOfSight.of(
                    span,
                    in.sight().began(site.name()),
                    in.sight().between(site.name(), span.from(), span.until()),
                    cameras,
                    visit.now()));
  }

  /** The one that is asked for, or this one. */
  private static YearMonth month(Visit visit) {
    String asked = Optional.ofNullable(visit.ctx().queryParam("month")).orElse("").strip();
    try {
      return asked.isEmpty()
          ? YearMonth.from(visit.now().atZone(visit.words().zone()))
          : YearMonth.parse(asked);
    } catch (DateTimeException e) {
      throw new BadRequestResponse(visit.words().text("report.no-month"));
    }
  }
}
