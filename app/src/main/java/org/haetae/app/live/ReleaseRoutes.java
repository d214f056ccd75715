package org.haetae.app.live;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.office.NoticeDesk;
import org.haetae.casework.office.NoticeDesk.Untold;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseNotice;
import org.haetae.casework.release.Telling;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.Spelling;
import org.haetae.domain.id.UserId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Release notices on the live page: who has not confirmed, and confirming for them. */
public final class ReleaseRoutes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LONGEST_BODY = 4096;

  private final NoticeDesk desk;
  private final InstantSource clock;

  public ReleaseRoutes(NoticeDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** All that are not confirmed. */
  void list(HttpExchange exchange) throws IOException {
    List<Map<String, Object>> all = desk.untold().stream().map(ReleaseRoutes::map).toList();
    Answer.text(exchange, 200, "application/json", MAPPER.writeValueAsString(all));
  }

  /**
   * Takes a step: {@code POST /releases/CASE/confirm} with {@code {"by", "notice", "to", "code"}},
   * or {@code …/said} with {@code "proof"} instead of the code.
   */
  void step(HttpExchange exchange, String file, String step) throws IOException {
    try {
      JsonNode body = MAPPER.readTree(exchange.getRequestBody().readNBytes(LONGEST_BODY));
      // Who signs is what its user typed; what a role allows is asked for once people sign in.
      Deed deed =
          new Deed(
              new Actor(new UserId(body.path("by").asString("")), Role.OFFICER), clock.instant());
      String answer = take(new CaseId(file), step, body, deed);
      Answer.text(exchange, answer.isEmpty() ? 200 : 409, "text/plain", answer + "\n");
    } catch (Refusal e) {
      Answer.text(exchange, 409, "text/plain", e.getMessage() + "\n");
    } catch (JacksonException e) {
      Answer.text(exchange, 400, "text/plain", "the request can't be read: it is no JSON\n");
    } catch (IllegalArgumentException e) {
      Answer.text(exchange, 400, "text/plain", e.getMessage() + "\n");
    }
  }

  private String take(CaseId file, String step, JsonNode body, Deed deed) {
    int notice = body.path("notice").asInt(0);
    Recipient to = recipient(body.path("to").asString(""));
    return switch (step) {
      case "confirm" ->
          desk.confirm(file, notice, to, body.path("code").asString(""), deed)
              ? ""
              : "that is not the code of this notice";
      case "said" -> {
        desk.saidInPerson(file, notice, to, body.path("proof").asString(""), deed);
        yield "";
      }
      default -> throw new IllegalArgumentException("there is no step \"%s\"".formatted(step));
    };
  }

  private static Recipient recipient(String text) {
    for (Recipient recipient : Recipient.values()) {
      if (Spelling.of(recipient).equals(text)) {
        return recipient;
      }
    }
    throw new IllegalArgumentException(
        "say whom: protected-person or officer-in-charge, not \"%s\"".formatted(text));
  }

  private static Map<String, Object> map(Untold one) {
    ReleaseNotice notice = one.notice();
    Telling telling = one.telling();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("case", one.file().id().value());
    map.put("notice", notice.number());
    map.put("kind", Spelling.of(notice.kind()));
    map.put("effective", notice.effective().toString());
    map.put("reported", notice.reported().toString());
    map.put("to", Spelling.of(one.to()));
    map.put("attempts", telling.attempts());
    map.put("last", telling.last().map(attempt -> attempt.detail()).orElse(""));
    return map;
  }
}
