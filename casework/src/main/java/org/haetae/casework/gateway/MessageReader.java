package org.haetae.casework.gateway;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.haetae.casework.gateway.WatchMessage.Heartbeat;
import org.haetae.casework.gateway.WatchMessage.Sos;
import org.haetae.casework.watch.Fix;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.WatchSerial;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one message: {@code {"id": UUID, "at": RFC 3339, "kind": "heartbeat" or "sos", "battery": 0
 * to 100, "position": {"lat", "lon", "at"}}}, of which a position may be missing. Keys that are not
 * known are passed over. Pure.
 *
 * <p>A heartbeat is right or refused. A call for help is heard whatever is wrong with the rest of
 * it: a watch that is broken, late or set to another day may be on the arm of somebody in danger.
 * What can't be read of it is not known, and its time is then that of its arrival.
 */
public final class MessageReader {
  /** Bytes; more is refused unread. */
  public static final int LONGEST = 4096;

  /** A watch's clock may be ahead of ours by so much. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  /** Before there was such a watch. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(16).build())
                  .build())
          .build();

  private final WatchSerial watch;
  private final byte[] body;
  private final JsonNode root;
  private final Instant arrived;

  private MessageReader(WatchSerial watch, byte[] body, Instant arrived) {
    this.watch = watch;
    this.body = body;
    this.arrived = arrived;
    this.root = root(body);
  }

  /**
   * @param arrived when it came in
   * @throws MessageRefusal where it can't be read
   */
  public static WatchMessage read(WatchSerial watch, byte[] body, Instant arrived) {
    return new MessageReader(watch, body, arrived).message();
  }

  private static JsonNode root(byte[] body) {
    if (body.length > LONGEST) {
      throw new MessageRefusal("a message has %d bytes at most".formatted(LONGEST));
    }
    try {
      JsonNode root = MAPPER.readTree(body);
      if (root.isObject()) {
        return root;
      }
    } catch (JacksonException e) {
      // Said below: the parser's own words repeat what it read.
    }
    throw new MessageRefusal("the message is no JSON object");
  }

  private WatchMessage message() {
    return switch (root.path("kind").asString("")) {
      case "sos" -> sos();
      case "heartbeat" -> heartbeat();
      default -> throw new MessageRefusal("\"kind\" must be heartbeat or sos");
    };
  }

  private Heartbeat heartbeat() {
    var _ = id();
    JsonNode position = root.path("position");
    return new Heartbeat(
        time(root, "\"at\""),
        battery(),
        position.isMissingNode() || position.isNull()
            ? Optional.empty()
            : Optional.of(new Fix(point(), time(position, "the \"at\" of the position"))));
  }

  private Sos sos() {
    Instant pressed = readable(() -> time(root, "\"at\"")).orElse(arrived);
    Optional<Fix> position =
        readable(this::point)
            .map(
                point ->
                    new Fix(
                        point,
                        readable(() -> time(root.path("position"), "\"at\"")).orElse(pressed)));
    return new Sos(key(), pressed, readable(this::battery), position);
  }

  /**
   * Out of the watch, the message's id and its time: a watch that gives one id to all its calls, or
   * that of another watch, is heard each time. Without an id, out of all that was sent.
   */
  private UUID key() {
    String its =
        readable(this::id)
            .map(id -> id + "/" + root.path("at").asString(""))
            .orElseGet(() -> Arrays.toString(body));
    return UUID.nameUUIDFromBytes((watch + "/" + its).getBytes(StandardCharsets.UTF_8));
  }

  private UUID id() {
    try {
      return UUID.fromString(root.path("id").asString(""));
    } catch (IllegalArgumentException e) {
      throw new MessageRefusal("\"id\" must be a UUID");
    }
  }

  private Instant time(JsonNode parent, String what) {
    Instant time;
    try {
      time = OffsetDateTime.parse(parent.path("at").asString("")).toInstant();
    } catch (DateTimeException e) {
      throw new MessageRefusal(what + " must be a time such as 2026-03-01T11:00:00+09:00");
    }
    if (time.isAfter(arrived.plus(AHEAD))) {
      throw new MessageRefusal(
          "%s is more than %d minutes ahead: set the watch's clock"
              .formatted(what, AHEAD.toMinutes()));
    }
    if (time.isBefore(EARLIEST)) {
      throw new MessageRefusal(what + " lies before the year 2000: set the watch's clock");
    }
    return time;
  }

  private int battery() {
    JsonNode battery = root.path("battery");
    if (!battery.isIntegralNumber()
        || !battery.canConvertToInt()
        || battery.asInt() < 0
        || battery.asInt() > 100) {
      throw new MessageRefusal("\"battery\" must be a whole number from 0 to 100");
    }
    return battery.asInt();
  }

  private GeoPoint point() {
    JsonNode latitude = root.path("position").path("lat");
    JsonNode longitude = root.path("position").path("lon");
    if (latitude.isNumber() && longitude.isNumber()) {
      try {
        return new GeoPoint(latitude.asDouble(), longitude.asDouble());
      } catch (IllegalArgumentException | JacksonException e) {
        // Said below: where somebody is stands in no message.
      }
    }
    throw new MessageRefusal(
        "\"position\" needs \"lat\" from -90 to 90 and \"lon\" from -180 to 180 degrees");
  }

  private static <T> Optional<T> readable(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (MessageRefusal e) {
      return Optional.empty();
    }
  }
}
