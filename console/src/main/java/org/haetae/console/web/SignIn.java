package org.haetae.console.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Optional;
import org.haetae.casework.training.Staff;

/** Where people say who they are, and in which language they read. */
public final class SignIn {
  private final Visits visits;

  public SignIn(Visits visits) {
    this.visits = visits;
  }

  public void register(RoutesConfig routes) {
    routes.get("/sign-in", ctx -> visits.signIn(ctx, ""));
    routes.post("/sign-in", this::enter);
    routes.post("/sign-out", this::leave);
    routes.post("/language/{language}", this::speak);
  }

  private void enter(Context ctx) {
    String said = Optional.ofNullable(ctx.formParam("user")).orElse("").strip();
    Optional<Staff> who = Visits.parsed(said).flatMap(visits::staff);
    if (who.isEmpty()) {
      ctx.status(HttpStatus.FORBIDDEN);
      visits.signIn(ctx, said);
    } else {
      ctx.cookie(cookie(Visits.USER, who.get().id().value()));
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    }
  }

  private void leave(Context ctx) {
    ctx.removeCookie(Visits.USER, "/");
    ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
  }

  private void speak(Context ctx) {
    String language = ctx.pathParam("language");
    ctx.cookie(cookie(Visits.LANGUAGE, language.equals("en") ? "en" : "ko"));
    ctx.redirect(back(ctx), HttpStatus.SEE_OTHER);
  }

  /** To a path of this server only. */
  private static String back(Context ctx) {
    String to = Optional.ofNullable(ctx.formParam("back")).orElse("/");
    return to.startsWith("/") && !to.startsWith("//") && to.matches("[A-Za-z0-9/._-]{1,200}")
        ? to
        : "/";
  }

  private static Cookie cookie(String name, String value) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    return cookie;
  }
}
