package org.haetae.app.live;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.haetae.app.config.Site;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.incident.IncidentRefusal;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.domain.id.UserId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Incidents on the live page: which there are, and the steps that a person takes. What the store
 * refuses is the server's to say.
 */
public final class IncidentRoutes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int SHOWN = 20;
  private static final int LONGEST_BODY = 4096;

  private final IncidentDesk desk;
  private final IncidentJson json;
  private final InstantSource clock;
  private final Consumer<Duration> acknowledged;

  /**
   * @param acknowledged is told how long an incident waited for a person
   */
  public IncidentRoutes(
      IncidentDesk desk,
      Site site,
      OrderDesk orders,
      InstantSource clock,
      Consumer<Duration> acknowledged) {
    this.desk = desk;
    this.json = new IncidentJson(site, orders::find, desk::lastCall);
    this.clock = clock;
    this.acknowledged = acknowledged;
  }

  /** The newest incidents. */
  void list(HttpExchange exchange) throws IOException {
    List<Map<String, Object>> all = desk.newest(SHOWN).stream().map(json::map).toList();
    Answer.text(exchange, 200, "application/json", MAPPER.writeValueAsString(all));
  }

  /** What people's verdicts say about the threshold. */
  void review(HttpExchange exchange) throws IOException {
    Answer.text(
        exchange,
        200,
        "application/json",
        MAPPER.writeValueAsString(ReviewJson.map(desk.review())));
  }

  /** Takes a step: {@code POST /incidents/ID/STEP} with {@code {"by": …}}. */
  void step(HttpExchange exchange, String id, String step) throws IOException {
    try {
      JsonNode body = MAPPER.readTree(exchange.getRequestBody().readNBytes(LONGEST_BODY));
      Optional<Incident> after =
          take(IncidentId.parse(id), step, new UserId(body.path("by").asString("")), body);
      if (after.isPresent()) {
        Answer.text(
            exchange, 200, "application/json", MAPPER.writeValueAsString(json.map(after.get())));
      } else {
        Answer.text(exchange, 404, "text/plain", "there is no step \"" + step + "\"\n");
      }
    } catch (IncidentRefusal e) {
      Answer.text(exchange, 409, "text/plain", e.getMessage() + "\n");
    } catch (JacksonException | IllegalArgumentException e) {
      Answer.text(exchange, 400, "text/plain", "the request can't be read: " + words(e) + "\n");
    }
  }

  /** Sends again what was given up: {@code POST /deliveries/again}. */
  void sendAgain(HttpExchange exchange) throws IOException {
    int notices = desk.sendAgain();
    Answer.text(exchange, 200, "text/plain", "sent again: %d%n".formatted(notices));
  }

  private static String words(RuntimeException e) {
    return e instanceof JacksonException ? "it is no JSON" : String.valueOf(e.getMessage());
  }

  private Optional<Incident> take(IncidentId id, String step, UserId by, JsonNode body) {
    return switch (step) {
      case "acknowledge" -> {
        Incident incident = desk.acknowledge(id, by);
        acknowledged.accept(Duration.between(incident.opened(), clock.instant()));
        yield Optional.of(incident);
      }
      case "dispatch" -> Optional.of(desk.dispatch(id, by));
      case "resolve" -> Optional.of(desk.resolve(id, by, body.path("outcome").asString("")));
      case "false-alarm" -> Optional.of(desk.foundFalse(id, by, reason(body)));
      default -> Optional.empty();
    };
  }

  private static FalseAlarmReason reason(JsonNode body) {
    String text = body.path("reason").asString("");
    try {
      return FalseAlarmReason.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"reason\" must be one of another-person, not-a-live-face, lawful-presence,"
              + " pressed-by-mistake, drill",
          e);
    }
  }
}
