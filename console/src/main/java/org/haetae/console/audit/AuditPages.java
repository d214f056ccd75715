package org.haetae.console.audit;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.audit.AuditFilter;
import org.haetae.casework.audit.AuditRecord;
import org.haetae.casework.audit.Checkpoint;
import org.haetae.casework.audit.Finding;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;

/** The newest entries of the audit trail, and whether its chain is whole. */
public final class AuditPages {
  private static final int LINES = 100;

  private final Visits visits;
  private final Desks desks;
  private final TrailState trail;

  public AuditPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
    this.trail = new TrailState(desks.store());
  }

  /** What was asked for, as it was typed; blank where nothing was. */
  public record Asked(String user, String about, String from, String until) {
    /** To go on with the same question. */
    public String query() {
      return "user=%s&about=%s&from=%s&until=%s"
          .formatted(coded(user), coded(about), coded(from), coded(until));
    }

    private static String coded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /**
   * What the page shows.
   *
   * @param records the newest first
   * @param older before which entry it goes on; empty where there are no older ones
   * @param checked up to which entry the chain was looked at
   * @param last the number of the last entry
   */
  public record Shown(
      Asked asked,
      List<AuditRecord> records,
      Optional<Long> older,
      long checked,
      long last,
      List<Finding> findings,
      Optional<Checkpoint> checkpoint) {
    public Shown {
      records = List.copyOf(records);
      findings = List.copyOf(findings);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/audit", visits.of(Section.AUDIT, this::show));
  }

  private void show(Visit visit) {
    Asked asked =
        new Asked(
            query(visit, "user"),
            query(visit, "about"),
            query(visit, "from"),
            query(visit, "until"));
    AuditFilter filter = filter(visit, asked);
    long before = before(visit);
    List<AuditRecord> found =
        desks.store().read(in -> in.audit().newest(filter, before, LINES + 1));
    List<AuditRecord> lines = found.subList(0, Math.min(LINES, found.size()));
    TrailState.Known known = trail.look();
    visit.show(
        "audit.jte",
        new Shown(
            asked,
            lines,
            found.size() > LINES ? Optional.of(lines.getLast().entry().number()) : Optional.empty(),
            known.checked(),
            known.last(),
            known.findings(),
            desks.store().read(in -> in.audit().newestCheckpoint())));
  }

  private static String query(Visit visit, String name) {
    String text = Optional.ofNullable(visit.ctx().queryParam(name)).orElse("").strip();
    if (text.length() > 200) {
      throw new BadRequestResponse(visit.words().text("problem.field-long", name, 200));
    }
    return text;
  }

  private static long before(Visit visit) {
    String text = query(visit, "before");
    try {
      return text.isEmpty() ? Long.MAX_VALUE : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadRequestResponse(visit.words().text("problem.number"));
    }
  }

  private static AuditFilter filter(Visit visit, Asked asked) {
    return new AuditFilter(
        given(asked.user()),
        given(asked.about()),
        given(asked.from()).map(day -> start(visit, day, 0)),
        given(asked.until()).map(day -> start(visit, day, 1)));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(typed -> !typed.isEmpty());
  }

  private static Instant start(Visit visit, String day, int later) {
    try {
      return LocalDate.parse(day).plusDays(later).atStartOfDay(visit.words().zone()).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequestResponse(visit.words().text("problem.time"));
    }
  }
}
