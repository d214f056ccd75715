package org.haetae.console.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What every request must be, and what every answer says to the browser. A page of another origin
 * can neither post here (OWASP, Cross-Site Request Forgery Prevention: Fetch Metadata) nor reach
 * this server by a name of its own (DNS rebinding).
 */
public final class Guard {
  private static final String POLICY =
      """
      default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; \
      form-action 'self'; base-uri 'none'; frame-ancestors 'none'\
      """;

  private final Visits visits;
  private final Predicate<String> forUs;
  private final String scheme;
  private final long largest;

  /**
   * @param forUs whether a request with that {@code Host} is for the console
   * @param scheme by which it is asked for; over https browsers are told never to ask otherwise
   * @param largest bytes of a body
   */
  public Guard(Visits visits, Predicate<String> forUs, String scheme, long largest) {
    this.visits = visits;
    this.forUs = forUs;
    this.scheme = scheme;
    this.largest = largest;
  }

  public void register(RoutesConfig routes) {
    routes.before(this::check);
  }

  private void check(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cache-Control", "no-store");
    if (scheme.equals("https")) {
      ctx.header("Strict-Transport-Security", "max-age=31536000"); // RFC 6797, section 6.1
    }
    String host = Optional.ofNullable(ctx.host()).orElse("");
    if (!forUs.test(host)) {
      throw new HttpResponseException(421, visits.words(ctx).text("problem.host"));
    }
    if (ctx.req().getContentLengthLong() > largest) {
      throw new ContentTooLargeResponse(visits.words(ctx).text("problem.large"));
    }
    if (!ctx.method().name().equals("GET") && fromElsewhere(ctx, host)) {
      throw new ForbiddenResponse(visits.words(ctx).text("problem.origin"));
    }
  }

  private boolean fromElsewhere(Context ctx, String host) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin");
    }
    String origin = ctx.header("Origin");
    return origin != null && !origin.equals(scheme + "://" + host);
  }
}
