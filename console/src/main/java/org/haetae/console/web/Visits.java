package org.haetae.console.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.AccountDesk.Known;
import org.haetae.casework.account.Scope;
import org.haetae.casework.account.Token;
import org.haetae.casework.office.Office;
import org.haetae.casework.store.SessionRow.Kind;
import org.haetae.casework.store.Store;
import org.haetae.casework.training.Staff;
import org.haetae.console.access.Section;
import org.haetae.console.words.Words;

/** Knows who asks: by a session's cookie, or a machine by its token. Safe for many threads. */
public final class Visits {
  static final String SESSION = "haetae-session";
  static final String LANGUAGE = "haetae-language";

  private static final String BEARER = "Bearer ";

  private final AccountDesk accounts;
  private final Office office;
  private final ZoneId zone;
  private final InstantSource clock;
  private final Trail trail;
  private final Turnstile turnstile;
  private final Pages pages = new Pages();

  /**
   * @param zone of all times on the pages
   */
  public Visits(
      AccountDesk accounts,
      Office office,
      Store store,
      ZoneId zone,
      InstantSource clock,
      Turnstile turnstile) {
    this.turnstile = turnstile;
    this.trail = new Trail(store);
    this.accounts = accounts;
    this.office = office;
    this.zone = zone;
    this.clock = clock;
  }

  /** What a visitor asks for. */
  @FunctionalInterface
  public interface Answer {
    void to(Visit visit) throws Exception;
  }

  /** Answers who may open {@code section}, sends strangers to say who they are, refuses others. */
  public Handler of(Section section, Answer answer) {
    return of(
        section.personal(),
        visit -> {
          if (!visit.sections().contains(section)) {
            throw new ForbiddenResponse(visit.words().text("problem.role"));
          }
          answer.to(visit);
        });
  }

  /**
   * Answers who may open {@code section} and, where a machine asks, has a token that is good for
   * {@code scope}.
   */
  public Handler of(Section section, Scope scope, Answer answer) {
    return of(
        section,
        visit -> {
          if (!visit.may(scope)) {
            throw new ForbiddenResponse(visit.words().text("problem.scope", scope.name()));
          }
          answer.to(visit);
        });
  }

  /** Answers whoever works here. */
  public Handler ofAnybody(Answer answer) {
    return of(false, answer);
  }

  /**
   * @param personal whether an answer that names nobody is written down all the same
   */
  private Handler of(boolean personal, Answer answer) {
    return ctx -> {
      Optional<Visit> visit = visit(ctx);
      if (visit.isEmpty()) {
        turnstile.stranger(ctx, words(ctx));
        stranger(ctx);
      } else {
        held(ctx);
        trail.follow(visit.get(), personal, answer);
      }
    };
  }

  /** Whoever is signed in has a rate of their own. */
  private void held(Context ctx) {
    if (isMachine(ctx)) {
      turnstile.machine(machine(ctx), ctx, words(ctx));
    } else {
      session(ctx).ifPresent(token -> turnstile.person(token, ctx, words(ctx)));
    }
  }

  /**
   * A door: a route by which somebody comes in. Each knock costs a password's hash, a look at a
   * link or a question to another server. The route carries this itself, so that no other way of
   * writing its path passes by.
   */
  public Handler door(Handler behind) {
    return ctx -> {
      turnstile.entry(ctx, words(ctx));
      behind.handle(ctx);
    };
  }

  private void stranger(Context ctx) {
    if (ctx.path().startsWith("/api/")) {
      throw new UnauthorizedResponse(words(ctx).text("problem.user"));
    }
    ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
  }

  /** Empty for who isn't signed in. */
  Optional<Visit> visit(Context ctx) {
    return known(ctx)
        .map(known -> visit(ctx, known))
        .filter(visit -> visit.who().role().isPresent());
  }

  private Visit visit(Context ctx, Known known) {
    Staff who = office.look(files -> files.staff(known.user()));
    return new Visit(ctx, pages, words(ctx), known, who, clock.instant());
  }

  /** Whether whoever came is still signed in, in the role in which they came. */
  public boolean stillHere(Visit visit) {
    return visit(visit.ctx())
        .filter(now -> now.who().role().equals(visit.who().role()))
        .isPresent();
  }

  private Optional<Known> known(Context ctx) {
    if (isMachine(ctx)) {
      return accounts.known(machine(ctx), Kind.MACHINE);
    }
    return session(ctx).flatMap(token -> accounts.known(token, Kind.BROWSER));
  }

  private static Token machine(Context ctx) {
    return new Token(String.valueOf(ctx.header("Authorization")).substring(BEARER.length()));
  }

  static boolean isMachine(Context ctx) {
    String header = ctx.header("Authorization");
    return ctx.path().startsWith("/api/") && header != null && header.startsWith(BEARER);
  }

  static Optional<Token> session(Context ctx) {
    return Optional.ofNullable(ctx.cookie(SESSION)).map(Token::new);
  }

  Words words(Context ctx) {
    String chosen = ctx.cookie(LANGUAGE);
    return Words.of(chosen == null ? ctx.header("Accept-Language") : chosen, zone);
  }

  /** A sentence in the language of whoever came. */
  public String say(Context ctx, String key) {
    return words(ctx).text(key);
  }

  /** A page for whoever came, known or not. */
  public void problem(Context ctx, String sentence) {
    boolean sent = !ctx.method().equals(HandlerType.GET);
    show(ctx, "problem.jte", Map.of("sentence", sentence, "sent", sent));
  }

  /** A page for who isn't signed in. */
  void show(Context ctx, String template, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("words", words(ctx));
    pages.show(ctx, template, all);
  }
}
