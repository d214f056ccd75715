package org.haetae.console.oidc;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.AccountRefusal;
import org.haetae.console.web.SignIn;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the provider and back. */
public final class OidcPages {
  private static final Logger LOG = LoggerFactory.getLogger(OidcPages.class);
  private static final String COOKIE = "haetae-oidc";
  private static final String WAY = "/oidc";

  private final Visits visits;
  private final SignIn signIn;
  private final AccountDesk accounts;
  private final OidcClient client;
  private final Logins logins;
  private final boolean secure;

  /**
   * @param secure whether a browser may send cookies over TLS only
   */
  public OidcPages(
      Visits visits,
      SignIn signIn,
      AccountDesk accounts,
      Provider provider,
      InstantSource clock,
      boolean secure) {
    this.visits = visits;
    this.signIn = signIn;
    this.accounts = accounts;
    this.client = new OidcClient(provider);
    this.logins = new Logins(clock);
    this.secure = secure;
  }

  public void register(RoutesConfig routes) {
    routes.get(WAY, visits.door(this::leave));
    routes.get(WAY + "/back", visits.door(this::arrive));
    routes.exception(OidcException.class, this::failed);
  }

  private void leave(Context ctx) {
    Login login =
        logins.begin(URI.create("%s://%s%s/back".formatted(ctx.scheme(), ctx.host(), WAY)));
    URI there = client.leave(login);
    Cookie cookie = new Cookie(COOKIE, login.browser());
    cookie.setPath(WAY);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    // The provider sends the browser back, so it comes from another site.
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
    ctx.redirect(there.toString(), HttpStatus.SEE_OTHER);
  }

  private void arrive(Context ctx) {
    Login login =
        logins
            .end(parameter(ctx, "state"), Optional.ofNullable(ctx.cookie(COOKIE)).orElse(""))
            .orElseThrow(() -> new AccountRefusal(visits.say(ctx, "oidc.stale")));
    ctx.removeCookie(COOKIE, WAY);
    UserId user =
        client
            .arrive(login, parameter(ctx, "code"))
            .flatMap(OidcPages::user)
            .orElseThrow(() -> new AccountRefusal(visits.say(ctx, "oidc.refused")));
    signIn.arrived(ctx, accounts.vouchedFor(user));
  }

  private static Optional<UserId> user(String name) {
    try {
      return Optional.of(new UserId(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String parameter(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).orElse("");
  }

  /** What went wrong between two servers is the engineer's to know, not the visitor's. */
  private void failed(OidcException e, Context ctx) {
    LOG.warn("signing in by the provider failed: {}", e.getMessage());
    LOG.debug("it failed here", e);
    ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
    visits.problem(ctx, visits.say(ctx, "oidc.failed"));
  }
}
