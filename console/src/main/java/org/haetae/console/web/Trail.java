package org.haetae.console.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.haetae.casework.audit.Acting;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditActor;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.audit.AuditSubject;
import org.haetae.casework.audit.AuditSubject.Kind;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.UserId;

/**
 * Writes down what a visitor was shown or refused, after the answer is made and before it leaves:
 * the server sends nothing while a handler runs, so what can't be written down isn't shown.
 */
final class Trail {
  /** Of cases in one entry; a name has up to 64 characters or so. */
  private static final int ON_A_LIST = 50;

  private final Store store;

  Trail(Store store) {
    this.store = store;
  }

  /**
   * Has {@code answer} made in the visitor's name.
   *
   * @throws org.haetae.casework.store.StoreException where the trail can't be written
   */
  void follow(Visit visit, boolean personal, Visits.Answer answer) throws Exception {
    Acting.<Optional<?>, Exception>as(
        actor(visit),
        () -> {
          try {
            answer.to(visit);
          } catch (Refusal e) {
            refused(visit, "by a rule");
            throw e;
          } catch (HttpResponseException e) {
            if (e.getStatus() == 403 || e.getStatus() == 404) {
              refused(visit, e.getStatus() == 403 ? "by the role" : "isn't there for this user");
            }
            throw e;
          }
          answered(visit, personal);
          return Optional.empty();
        });
  }

  private static AuditActor actor(Visit visit) {
    Actor who = visit.deed().actor();
    return Visits.isMachine(visit.ctx()) ? AuditActor.machine(who) : AuditActor.user(who);
  }

  private void answered(Visit visit, boolean personal) {
    // Where to go on shows nothing; what was done has left its own entry. That nothing has changed
    // (304) is an answer about people.
    int status = visit.ctx().status().getCode();
    if (status / 100 == 3 && status != 304) {
      return;
    }
    List<AuditNote> notes = notes(visit);
    if (notes.isEmpty() && personal) {
      notes = List.of(AuditNote.of(AuditAct.READ, part(visit.ctx()), asked(visit.ctx())));
    }
    write(notes);
  }

  private static List<AuditNote> notes(Visit visit) {
    List<AuditSubject> cases =
        visit.shown().stream().filter(one -> one.kind() == Kind.CASE).toList();
    List<AuditNote> notes = new ArrayList<>();
    String asked = asked(visit.ctx());
    if (cases.size() == 1) {
      notes.add(AuditNote.of(AuditAct.READ, cases.getFirst(), asked));
    } else {
      for (int i = 0; i < cases.size(); i += ON_A_LIST) {
        List<AuditSubject> some = cases.subList(i, Math.min(cases.size(), i + ON_A_LIST));
        String names = some.stream().map(AuditSubject::id).collect(Collectors.joining(" "));
        notes.add(AuditNote.of(AuditAct.READ, new AuditSubject(Kind.LIST, asked), names));
      }
    }
    Optional<AuditSubject> whole = cases.stream().findFirst().filter(_ -> cases.size() == 1);
    visit.shown().stream()
        .filter(one -> one.kind() != Kind.CASE)
        .forEach(one -> notes.add(AuditNote.of(AuditAct.READ, one, asked).within(whole)));
    return notes;
  }

  private void refused(Visit visit, String why) {
    Context ctx = visit.ctx();
    write(
        List.of(
            AuditNote.of(
                AuditAct.REFUSED,
                aimedAt(ctx).orElseGet(() -> part(ctx)),
                "%s: %s".formatted(asked(ctx), why))));
  }

  /** What a path names, whether there is one or not. */
  private static Optional<AuditSubject> aimedAt(Context ctx) {
    String path = ctx.endpoint().path;
    Optional<String> id = Optional.ofNullable(ctx.pathParamMap().get("id"));
    try {
      if (path.startsWith("/cases/")) {
        return id.map(CaseId::new).map(AuditSubject::of);
      }
      if (path.startsWith("/users/")) {
        return id.map(UserId::new).map(AuditSubject::of);
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what was typed is nobody's name
    }
    return Optional.empty();
  }

  private void write(List<AuditNote> notes) {
    if (!notes.isEmpty()) {
      store.run(in -> notes.forEach(in.audit()::note));
    }
  }

  private static AuditSubject part(Context ctx) {
    return AuditSubject.part(ctx.endpoint().path);
  }

  /** By the route, not by what was typed. */
  private static String asked(Context ctx) {
    return "%s %s".formatted(ctx.method().name(), ctx.endpoint().path);
  }
}
