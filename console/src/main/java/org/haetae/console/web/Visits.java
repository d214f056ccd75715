package org.haetae.console.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.office.Office;
import org.haetae.casework.training.Staff;
import org.haetae.console.access.Access;
import org.haetae.console.access.Section;
import org.haetae.console.words.Words;
import org.haetae.domain.id.UserId;

/**
 * Knows who asks. Until people sign in with a secret, who they are is what they say: so this is
 * served to the machine itself only. Safe for many threads.
 */
public final class Visits {
  static final String USER = "haetae-user";
  static final String LANGUAGE = "haetae-language";

  private final Office office;
  private final ZoneId zone;
  private final InstantSource clock;
  private final Pages pages = new Pages();

  /**
   * @param zone of all times on the pages
   */
  public Visits(Office office, ZoneId zone, InstantSource clock) {
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
    return ctx -> {
      Optional<Visit> visit = visit(ctx);
      if (visit.isEmpty()) {
        stranger(ctx);
      } else if (!visit.get().sections().contains(section)) {
        throw new ForbiddenResponse(words(ctx).text("problem.role"));
      } else {
        answer.to(visit.get());
      }
    };
  }

  /** Answers whoever works here. */
  public Handler ofAnybody(Answer answer) {
    return ctx -> {
      Optional<Visit> visit = visit(ctx);
      if (visit.isEmpty()) {
        stranger(ctx);
      } else {
        answer.to(visit.get());
      }
    };
  }

  private void stranger(Context ctx) {
    if (ctx.path().startsWith("/api/")) {
      throw new UnauthorizedResponse(words(ctx).text("problem.user"));
    }
    ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
  }

  /** Empty for who doesn't say who they are, or doesn't work here. */
  Optional<Visit> visit(Context ctx) {
    return user(ctx)
        .flatMap(this::staff)
        .map(who -> new Visit(ctx, pages, words(ctx), who, clock.instant()));
  }

  /** Somebody who works here. */
  Optional<Staff> staff(UserId user) {
    Staff found = office.look(files -> files.staff(user));
    return Optional.of(found).filter(who -> who.role().isPresent());
  }

  private static Optional<UserId> user(Context ctx) {
    String said = Optional.ofNullable(ctx.header("Haetae-User")).orElse(ctx.cookie(USER));
    return said == null ? Optional.empty() : parsed(said);
  }

  /** Empty where it can't be anybody's. */
  static Optional<UserId> parsed(String said) {
    try {
      return Optional.of(new UserId(said));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Words words(Context ctx) {
    String chosen = ctx.cookie(LANGUAGE);
    return Words.of(chosen == null ? ctx.header("Accept-Language") : chosen, zone);
  }

  /** A page for whoever came, known or not. */
  void problem(Context ctx, String sentence) {
    pages.show(ctx, "problem.jte", Map.of("words", words(ctx), "sentence", sentence));
  }

  void signIn(Context ctx, String said) {
    pages.show(ctx, "sign-in.jte", Map.of("words", words(ctx), "said", said));
  }

  /** Whether somebody has anything to see here. */
  static boolean welcome(Staff who) {
    return !Access.sections(who).isEmpty();
  }
}
