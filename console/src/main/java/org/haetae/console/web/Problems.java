package org.haetae.console.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletException;
import java.util.Map;
import org.haetae.casework.incident.IncidentRefusal;
import org.haetae.casework.ledger.LedgerConflict;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Answers what went wrong: to people as a page, to machines as problem details (RFC 9457). */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Visits visits;

  public Problems(Visits visits) {
    this.visits = visits;
  }

  public void register(RoutesConfig routes) {
    routes.exception(Refusal.class, (e, ctx) -> answer(ctx, 409, said(e)));
    routes.exception(IncidentRefusal.class, (e, ctx) -> answer(ctx, 409, said(e)));
    routes.exception(OrderRefusal.class, (e, ctx) -> answer(ctx, 409, said(e)));
    routes.exception(LedgerConflict.class, (e, ctx) -> answer(ctx, 503, said(e)));
    routes.exception(StoreException.class, (e, ctx) -> answer(ctx, 503, said(e)));
    routes.exception(VaultException.class, (e, ctx) -> answer(ctx, 503, said(e)));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, e.getStatus(), said(e)));
    routes.exception(ServletException.class, this::unreadable);
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          // Its text may hold what was typed.
          LOG.error("a request failed: {}", e.getClass().getName());
          LOG.debug("it failed here", e);
          answer(ctx, 500, visits.words(ctx).text("problem.internal"));
        });
    routes.error(404, ctx -> unlessAnswered(ctx, 404));
    routes.error(405, ctx -> unlessAnswered(ctx, 405));
  }

  /** Jetty says only in the cause that a form is beyond its limit. */
  private void unreadable(ServletException e, Context ctx) {
    boolean large = false;
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      large |= String.valueOf(cause.getMessage()).startsWith("max ");
    }
    String key = large ? "problem.large" : "problem.form";
    answer(ctx, large ? 413 : 400, visits.words(ctx).text(key));
  }

  private void unlessAnswered(Context ctx, int status) {
    String type = String.valueOf(ctx.res().getContentType());
    if (!type.startsWith("application/problem+json") && !type.startsWith("text/html")) {
      answer(ctx, status, visits.words(ctx).text("problem." + status));
    }
  }

  private void answer(Context ctx, int status, String detail) {
    ctx.status(status);
    if (ctx.path().startsWith("/api/")) {
      ctx.result(
          MAPPER.writeValueAsString(
              Map.of("type", "about:blank", "status", status, "detail", detail)));
      ctx.contentType("application/problem+json");
    } else {
      visits.problem(ctx, detail);
    }
  }

  private static String said(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
