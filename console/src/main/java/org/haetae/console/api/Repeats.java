package org.haetae.console.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;

/**
 * Answers a deed that is sent again as it was answered before, and doesn't do it again
 * (draft-ietf-httpapi-idempotency-key-header). What was refused has changed nothing and may be
 * tried again under its name. Kept in memory: after a restart the casework's own rules refuse what
 * has been done. Safe for many threads; of two that come at once the second waits.
 */
public final class Repeats {
  static final String HEADER = "Idempotency-Key";
  static final String KEY = "^[!-~]{1,128}$";

  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofHours(24);

  private final InstantSource clock;
  // Guarded by itself; the oldest first.
  private final LinkedHashMap<Name, Deed> deeds = new LinkedHashMap<>();

  public Repeats(InstantSource clock) {
    this.clock = clock;
  }

  /** Whose name for what; nobody is answered what another was. */
  private record Name(Object asker, String key) {}

  private record Reply(String asked, int status, String type, String body) {}

  /** A named deed, done or about to be. */
  private static final class Deed {
    private final Instant begun;
    private final ReentrantLock doing = new ReentrantLock();
    private Optional<Reply> reply = Optional.empty();

    Deed(Instant begun) {
      this.begun = begun;
    }
  }

  void once(Visit visit, Visits.Answer answer) throws Exception {
    String key = visit.ctx().header(HEADER);
    if (key == null) {
      answer.to(visit);
      return;
    }
    if (!key.matches(KEY)) {
      throw new BadRequestResponse(visit.words().text("problem.key"));
    }
    Deed deed = deed(new Name(visit.who().id(), key));
    deed.doing.lock();
    try {
      once(visit, answer, deed);
    } finally {
      deed.doing.unlock();
    }
  }

  private static void once(Visit visit, Visits.Answer answer, Deed deed) throws Exception {
    String asked = "%s\n%s".formatted(visit.ctx().path(), visit.ctx().body());
    if (deed.reply.isPresent()) {
      again(visit, deed.reply.get(), asked);
      return;
    }
    answer.to(visit);
    int status = visit.ctx().status().getCode();
    if (status / 100 == 2) {
      deed.reply = Optional.of(new Reply(asked, status, type(visit), written(visit)));
    }
  }

  private static void again(Visit visit, Reply reply, String asked) {
    if (!reply.asked().equals(asked)) {
      throw new HttpResponseException(422, visit.words().text("problem.key-other"));
    }
    visit.ctx().status(reply.status()).contentType(reply.type()).result(reply.body());
  }

  private static String type(Visit visit) {
    return Objects.requireNonNullElse(visit.ctx().res().getContentType(), "application/json");
  }

  private static String written(Visit visit) throws IOException {
    InputStream result = visit.ctx().resultInputStream();
    if (result == null) {
      return "";
    }
    String body = new String(result.readAllBytes(), StandardCharsets.UTF_8);
    visit.ctx().result(body);
    return body;
  }

  private Deed deed(Name name) {
    Instant now = clock.instant();
    synchronized (deeds) {
      while (!deeds.isEmpty() && tooMany(now)) {
        deeds.remove(deeds.firstEntry().getKey());
      }
      return deeds.computeIfAbsent(name, _ -> new Deed(now));
    }
  }

  private boolean tooMany(Instant now) {
    return deeds.size() >= MOST || deeds.firstEntry().getValue().begun.plus(KEPT).isBefore(now);
  }
}
