package org.haetae.console.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.haetae.casework.account.AccountDesk.Known;
import org.haetae.casework.account.Scope;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.training.Staff;
import org.haetae.console.access.Access;
import org.haetae.console.access.Section;
import org.haetae.console.words.Words;
import org.haetae.domain.id.CaseId;
import tools.jackson.databind.json.JsonMapper;

/** One request of somebody who works here. Belongs to the thread that answers it. */
public final class Visit {
  private static final int LONGEST_FIELD = 2000;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Context ctx;
  private final Pages pages;
  private final Words words;
  private final Known known;
  private final Staff who;
  private final Instant now;
  private final Set<AuditSubject> shown = new LinkedHashSet<>();

  Visit(Context ctx, Pages pages, Words words, Known known, Staff who, Instant now) {
    this.ctx = ctx;
    this.pages = pages;
    this.words = words;
    this.known = known;
    this.who = who;
    this.now = now;
  }

  public Words words() {
    return words;
  }

  public Staff who() {
    return who;
  }

  public Instant now() {
    return now;
  }

  public Context ctx() {
    return ctx;
  }

  /** Whether a machine's token is good for this; people may do whatever their role may. */
  boolean may(Scope scope) {
    return known.may(scope);
  }

  public Set<Section> sections() {
    return Access.sections(who);
  }

  /** What is done in this request is done by its visitor, in the visitor's role, now. */
  public Deed deed() {
    return new Deed(new Actor(who.id(), who.role().orElseThrow()), now);
  }

  /** The console, by the name by which the visitor came; with a slash at its end. */
  public String address() {
    return "%s://%s/".formatted(ctx.scheme(), ctx.host());
  }

  /**
   * Says whom the answer is about. Every page that shows a case says so; it is written down before
   * the answer leaves.
   */
  public void shows(AuditSubject subject) {
    shown.add(subject);
  }

  public void shows(CaseId file) {
    shows(AuditSubject.of(file));
  }

  List<AuditSubject> shown() {
    return List.copyOf(shown);
  }

  /** A part of the path, as what it names; who names nothing is told that it isn't there. */
  public <T> T path(String name, Function<String, T> type) {
    return parsed(ctx.pathParam(name), type);
  }

  /** A whole number of the query, such as how many lines to pass over. */
  public int query(String name, int standard) {
    String asked = ctx.queryParam(name);
    return asked == null ? standard : parsed(asked, Integer::valueOf);
  }

  /** A field that must be filled in. */
  public String field(String name) {
    return maybe(name).orElseThrow(() -> new BadRequestResponse(words.text("problem.field", name)));
  }

  public <T> T field(String name, Function<String, T> type) {
    return parsed(field(name), type);
  }

  /** A field that may be empty. */
  public Optional<String> maybe(String name) {
    String value = ctx.formParam(name);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    if (value.length() > LONGEST_FIELD) {
      throw new BadRequestResponse(words.text("problem.field-long", name, LONGEST_FIELD));
    }
    return Optional.of(value.strip());
  }

  /** Text that was sent in another way than by a form. */
  public String said(String name, String value, int longest) {
    if (value.isBlank()) {
      throw new BadRequestResponse(words.text("problem.field", name));
    }
    if (value.length() > longest) {
      throw new BadRequestResponse(words.text("problem.field-long", name, longest));
    }
    return value.strip();
  }

  public boolean ticked(String name) {
    return "yes".equals(ctx.formParam(name));
  }

  private <T> T parsed(String value, Function<String, T> type) {
    try {
      return type.apply(value);
    } catch (NumberFormatException e) {
      throw new BadRequestResponse(words.text("problem.number"));
    } catch (IllegalArgumentException e) {
      String said = String.valueOf(e.getMessage());
      // What Java itself says names a class.
      boolean ours = !said.startsWith("No enum constant") && !said.startsWith("Invalid UUID");
      throw new BadRequestResponse(ours ? said : words.text("problem.value"));
    }
  }

  /** Answers with a page; {@code page} is what its template shows. */
  public void show(String template, Object page) {
    pages.show(ctx, template, Map.of("visit", this, "page", page));
  }

  /** Answers with a record as JSON; whoever read the same before is told that it still is. */
  public void json(Object record) {
    byte[] body = MAPPER.writeValueAsBytes(record);
    if (ctx.method().name().equals("GET") && EntityTag.of(body).answers(ctx)) {
      ctx.status(HttpStatus.NOT_MODIFIED);
    } else {
      ctx.contentType("application/json").result(body);
    }
  }

  /** What was sent as JSON, as the record that describes it. */
  public <T> T body(Class<T> type) {
    return JsonBody.read(ctx, words, type);
  }

  /** Answers with a JPEG, or that there is none. */
  public void picture(Optional<byte[]> jpeg) {
    ctx.contentType("image/jpeg").result(jpeg.orElseThrow(this::nothing));
  }

  /**
   * Answers with a JPEG, or with no more than that there is none: a camera that shows nothing is
   * asked again and again, and nobody was refused anything.
   */
  public void newestPicture(Optional<byte[]> jpeg) {
    if (jpeg.isPresent()) {
      picture(jpeg);
    } else {
      ctx.status(HttpStatus.NO_CONTENT);
    }
  }

  /** What is asked for isn't there, or not for this visitor. */
  public NotFoundResponse nothing() {
    return new NotFoundResponse(words.text("problem.404"));
  }

  /** Answers what was posted: go and look at it there. */
  public void goTo(String path) {
    ctx.redirect(path, HttpStatus.SEE_OTHER);
  }
}
