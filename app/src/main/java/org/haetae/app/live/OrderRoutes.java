package org.haetae.app.live;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.app.config.Site;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.watchlist.OrderDesk;
import org.haetae.casework.watchlist.OrderStanding;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.domain.watchlist.WatchlistEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders on the live page: how they and their faces stand, and the steps that a person takes. */
public final class OrderRoutes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LONGEST_BODY = 4096;

  private final OrderDesk desk;
  private final Watchlist watchlist;
  private final ZoneId zone;
  private final Map<RespondentId, Path> photographs;

  /**
   * @param watchlist nobody else's photograph is shown than of those in it
   */
  public OrderRoutes(OrderDesk desk, Watchlist watchlist, Site site) {
    this.desk = desk;
    this.watchlist = watchlist;
    this.zone = site.rules().count().zone();
    this.photographs =
        site.respondents().stream()
            .collect(
                Collectors.toUnmodifiableMap(Site.Respondent::id, Site.Respondent::photographs));
  }

  /** All that have not ended, and those that did of late. */
  void list(HttpExchange exchange) throws IOException {
    List<Map<String, Object>> all = desk.orders().stream().map(this::json).toList();
    Answer.text(exchange, 200, "application/json", MAPPER.writeValueAsString(all));
  }

  /** Takes a step: {@code POST /orders/ID/STEP} with {@code {"by": …, "reason": …}}. */
  void step(HttpExchange exchange, String order, String step) throws IOException {
    try {
      JsonNode body = MAPPER.readTree(exchange.getRequestBody().readNBytes(LONGEST_BODY));
      UserId by = new UserId(body.path("by").asString(""));
      Optional<OrderStanding> after = take(new OrderId(order), step, by, body);
      if (after.isPresent()) {
        Answer.text(
            exchange, 200, "application/json", MAPPER.writeValueAsString(json(after.get())));
      } else {
        Answer.text(exchange, 404, "text/plain", "there is no step \"" + step + "\"\n");
      }
    } catch (OrderRefusal e) {
      Answer.text(exchange, 409, "text/plain", e.getMessage() + "\n");
    } catch (JacksonException e) {
      Answer.text(exchange, 400, "text/plain", "the request can't be read: it is no JSON\n");
    } catch (IllegalArgumentException e) {
      Answer.text(exchange, 400, "text/plain", e.getMessage() + "\n");
    }
  }

  /** How many photographs there are to look at is said only while people are asked to. */
  private Map<String, Object> json(OrderStanding standing) {
    Path folder = photographs.get(standing.file().issued().respondent());
    int count =
        standing.unapproved() && folder != null ? WatchlistFolder.pictures(folder).size() : 0;
    return OrderJson.map(standing, count);
  }

  private Optional<OrderStanding> take(OrderId order, String step, UserId by, JsonNode body) {
    String reason = body.path("reason").asString("");
    return switch (step) {
      case "extend" ->
          Optional.of(
              desk.extend(
                  order,
                  day(body.path("until").asString("")),
                  body.path("court").asString(""),
                  body.path("reference").asString(""),
                  by));
      case "suspend" -> Optional.of(desk.suspend(order, by, reason));
      case "resume" -> Optional.of(desk.resume(order));
      case "revoke" -> Optional.of(desk.revoke(order, by, reason));
      case "approve" -> Optional.of(desk.approve(order, by));
      case "enrol-again" -> Optional.of(desk.enrolAgain(order));
      default -> Optional.empty();
    };
  }

  /** The end of an order: midnight before that day, by the law's own clocks. */
  private Instant day(String text) {
    try {
      return LocalDate.parse(text.strip()).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("say until which day, such as 2027-03-31", e);
    }
  }

  /**
   * An order by its id; ended ones, too. Where the store can't be read nothing is known of one that
   * has ended, and an alert is shown without it.
   */
  Optional<OrderFile> find(OrderId order) {
    try {
      return desk.find(order);
    } catch (StoreException e) {
      return Optional.empty();
    }
  }

  /**
   * An enrolment photograph of a respondent whom an order in force allows to look for, or will once
   * people have approved it.
   *
   * @param number from 0
   */
  Optional<byte[]> photograph(String name, int number) {
    Stream<RespondentId> lookedFor =
        watchlist.current().entries().stream().map(WatchlistEntry::respondent);
    Stream<RespondentId> waiting =
        desk.unapproved().stream().map(file -> file.issued().respondent());
    return Stream.concat(lookedFor, waiting)
        .filter(respondent -> respondent.value().equals(name))
        .findFirst()
        .flatMap(respondent -> Optional.ofNullable(photographs.get(respondent)))
        .map(WatchlistFolder::pictures)
        .filter(pictures -> number >= 0 && number < pictures.size())
        .flatMap(pictures -> read(pictures.get(number)));
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
