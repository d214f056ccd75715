package org.haetae.console.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.AccountDesk.Welcome;
import org.haetae.casework.account.AccountRefusal;
import org.haetae.casework.account.Token;
import org.haetae.domain.id.UserId;

/** Where people prove who they are, set a password up, and say in which language they read. */
public final class SignIn {
  private final Visits visits;
  private final AccountDesk accounts;
  private final boolean secure;
  private final boolean provider;

  /**
   * @param secure whether a browser may send cookies over TLS only
   * @param provider whether people may also sign in at the force's own provider
   */
  public SignIn(Visits visits, AccountDesk accounts, boolean secure, boolean provider) {
    this.provider = provider;
    this.secure = secure;
    this.visits = visits;
    this.accounts = accounts;
  }

  public void register(RoutesConfig routes) {
    routes.get("/sign-in", ctx -> form(ctx, "", ""));
    routes.post("/sign-in", visits.door(this::signIn));
    routes.post("/sign-out", this::leave);
    routes.get("/welcome/{link}", visits.door(ctx -> welcome(ctx, "")));
    routes.post("/welcome/{link}", visits.door(this::join));
    routes.get("/enter/{link}", visits.door(ctx -> visits.show(ctx, "enter.jte", link(ctx))));
    routes.post("/enter/{link}", visits.door(ctx -> let(ctx, accounts.enter(token(ctx)))));
    routes.post("/language/{language}", this::speak);
  }

  private void form(Context ctx, String said, String refused) {
    visits.show(ctx, "sign-in.jte", Map.of("said", said, "refused", refused, "provider", provider));
  }

  private void signIn(Context ctx) {
    String said = field(ctx, "user").strip();
    try {
      // A name that can't be anybody's is refused as any other that isn't known.
      let(ctx, accounts.signIn(user(said), field(ctx, "password"), code(ctx)));
    } catch (AccountRefusal e) {
      ctx.status(HttpStatus.FORBIDDEN);
      form(ctx, said, String.valueOf(e.getMessage()));
    }
  }

  private static UserId user(String said) {
    try {
      return new UserId(said);
    } catch (IllegalArgumentException e) {
      return new UserId("nobody");
    }
  }

  private void welcome(Context ctx, String refused) {
    Welcome welcome =
        accounts
            .welcome(token(ctx))
            .orElseThrow(() -> new NotFoundResponse(visits.words(ctx).text("welcome.used-up")));
    visits.show(
        ctx,
        "welcome.jte",
        Map.of("welcome", welcome, "link", ctx.pathParam("link"), "refused", refused));
  }

  private void join(Context ctx) {
    try {
      if (!field(ctx, "password").equals(field(ctx, "again"))) {
        throw new AccountRefusal(visits.words(ctx).text("welcome.differ"));
      }
      let(ctx, accounts.join(token(ctx), field(ctx, "password"), code(ctx)));
    } catch (AccountRefusal e) {
      ctx.status(HttpStatus.FORBIDDEN);
      welcome(ctx, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Lets in who came from another site. Its cookie is for requests of our own pages only, so a page
   * of ours must ask next.
   */
  public void arrived(Context ctx, Token session) {
    ctx.cookie(cookie(Visits.SESSION, session.secret()));
    visits.show(ctx, "arrived.jte", Map.of());
  }

  /** A session of its own each time, whatever the browser had before. */
  private void let(Context ctx, Token session) {
    ctx.cookie(cookie(Visits.SESSION, session.secret()));
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }

  private void leave(Context ctx) {
    Visits.session(ctx).ifPresent(accounts::signOut);
    ctx.removeCookie(Visits.SESSION, "/");
    ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
  }

  private void speak(Context ctx) {
    String language = ctx.pathParam("language");
    ctx.cookie(cookie(Visits.LANGUAGE, language.equals("en") ? "en" : "ko"));
    ctx.redirect(back(ctx), HttpStatus.SEE_OTHER);
  }

  /** To a path of this server only. */
  private static String back(Context ctx) {
    String to = field(ctx, "back");
    return to.matches("/[A-Za-z0-9._-][A-Za-z0-9/._-]{0,200}") ? to : "/";
  }

  private static Map<String, Object> link(Context ctx) {
    return Map.of("link", ctx.pathParam("link"));
  }

  private static Token token(Context ctx) {
    return new Token(ctx.pathParam("link"));
  }

  /** Without the blanks that phones show between its digits. */
  private static String code(Context ctx) {
    return field(ctx, "code").replaceAll("\\s", "");
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("");
  }

  private Cookie cookie(String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setSameSite(SameSite.STRICT);
    return cookie;
  }
}
