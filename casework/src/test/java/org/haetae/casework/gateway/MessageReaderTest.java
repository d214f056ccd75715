package org.haetae.casework.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.haetae.casework.gateway.WatchMessage.Heartbeat;
import org.haetae.casework.gateway.WatchMessage.Sos;
import org.haetae.casework.watch.Fix;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageReaderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  private static final WatchSerial WATCH = new WatchSerial("W-1");
  private static final String RIGHT =
      """
      {"id":"00000000-0000-0001-0000-000000000002","at":"2026-03-01T11:00:00+09:00",
      "kind":"heartbeat","battery":80,"position":{"lat":37.5,"lon":127,"at":"2026-03-01T01:59:00Z"}}
      """;

  private static WatchMessage read(String text) {
    return MessageReader.read(WATCH, Said.bytes(text), NOW);
  }

  private static Sos sos(String text) {
    return assertInstanceOf(Sos.class, read(text));
  }

  @Test
  void aHeartbeatIsRead() {
    Fix fix = new Fix(new GeoPoint(37.5, 127), NOW.minusSeconds(60));
    assertEquals(new Heartbeat(NOW, 80, Optional.of(fix)), read(RIGHT));
    assertEquals(
        new Heartbeat(NOW, 7, Optional.empty()),
        MessageReader.read(WATCH, Said.heartbeatFromNowhere(NOW, 7), NOW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "battery":80 | "battery":101 | "battery" must be a whole number from 0 to 100
          "battery":80 | "battery":-1 | "battery" must be a whole number from 0 to 100
          "battery":80 | "battery":80.5 | "battery" must be a whole number from 0 to 100
          "battery":80 | "battery":"80" | "battery" must be a whole number from 0 to 100
          "battery":80 | "battery":99999999999 | "battery" must be a whole number from 0 to 100
          heartbeat | pulse | "kind" must be heartbeat or sos
          00000000-0000-0001 | 0-zz | "id" must be a UUID
          11:00:00+09 | 25:00:00+09 | "at" must be a time such as 2026-03-01T11:00:00+09:00
          11:00:00+09 | 11:05:01+09 | "at" is more than 5 minutes ahead: set the watch's clock
          2026-03-01T11 | 1999-03-01T11 | "at" lies before the year 2000: set the watch's clock
          01:59:00Z | 02:05:01Z | the "at" of the position is more than 5 minutes ahead: set the watch's clock
          "lat":37.5 | "lat":90.5 | "position" needs "lat" from -90 to 90 and "lon" from -180 to 180 degrees
          "lat":37.5 | "lat":null | "position" needs "lat" from -90 to 90 and "lon" from -180 to 180 degrees
          "lat":37.5 | "lat":1e999999 | "position" needs "lat" from -90 to 90 and "lon" from -180 to 180 degrees
          """)
  void aHeartbeatThatIsWrongIsRefusedInASentence(String right, String wrong, String why) {
    assertTrue(RIGHT.contains(right), right);
    MessageRefusal refusal =
        assertThrows(MessageRefusal.class, () -> read(RIGHT.replace(right, wrong)));
    assertEquals(why, refusal.getMessage());
  }

  @Test
  void fiveMinutesAheadAreAllowed() {
    assertEquals(NOW.plusSeconds(300), read(RIGHT.replace("11:00:00+09", "11:05:00+09")).at());
  }

  @Test
  void whatIsNoJsonOrTooLongIsRefused() {
    for (String text : List.of("", "[]", "\"sos\"", "{", "{\"kind\":\"sos\"", "null", "sos")) {
      assertEquals(
          "the message is no JSON object",
          assertThrows(MessageRefusal.class, () -> read(text)).getMessage());
    }
    String padded = RIGHT.strip();
    padded = padded.substring(0, padded.length() - 1) + ",\"x\":\"" + "y".repeat(4096) + "\"}";
    String tooLong = padded;
    assertEquals(
        "a message has 4096 bytes at most",
        assertThrows(MessageRefusal.class, () -> read(tooLong)).getMessage());
  }

  @Test
  void aCallForHelpIsReadWithAllItSays() {
    Sos sos =
        assertInstanceOf(
            Sos.class,
            MessageReader.read(WATCH, Said.sos(new UUID(1, 2), NOW), NOW.plusSeconds(3)));
    assertEquals(NOW, sos.at());
    assertEquals(Optional.of(12), sos.battery());
    assertEquals(
        Optional.of(new Fix(new GeoPoint(37.5701, 126.9826), NOW.minusSeconds(20))),
        sos.position());
  }

  @Test
  void aCallForHelpIsHeardWhateverIsWrongWithTheRest() {
    Sos bare = sos("{\"kind\":\"sos\"}");
    assertEquals(NOW, bare.at());
    assertEquals(Optional.empty(), bare.battery());
    assertEquals(Optional.empty(), bare.position());
    Sos odd =
        sos(
            """
            {"kind":"sos","id":7,"at":"2031-01-01T00:00:00Z","battery":400,
             "position":{"lat":37.5,"lon":127,"at":[]}}
            """);
    assertEquals(NOW, odd.at(), "another day is no reason to wait");
    assertEquals(Optional.empty(), odd.battery());
    assertEquals(Optional.of(new Fix(new GeoPoint(37.5, 127), NOW)), odd.position());
    assertEquals(NOW, sos("{\"kind\":\"sos\",\"at\":\"-999999999-01-01T00:00:00Z\"}").at());
  }

  @Test
  void theSameCallHasTheSameKeyAndAnotherWatchsHasAnother() {
    byte[] said = Said.sos(new UUID(1, 2), NOW);
    UUID key = ((Sos) MessageReader.read(WATCH, said, NOW)).key();
    assertEquals(key, ((Sos) MessageReader.read(WATCH, said, NOW.plusSeconds(99))).key());
    WatchSerial other = new WatchSerial("W-2");
    assertNotEquals(key, ((Sos) MessageReader.read(other, said, NOW)).key());
    byte[] again = Said.sos(new UUID(1, 2), NOW.plusSeconds(60));
    assertNotEquals(
        key, ((Sos) MessageReader.read(WATCH, again, NOW.plusSeconds(60))).key(), "pressed again");
    assertEquals(sos("{\"kind\":\"sos\"}").key(), sos("{\"kind\":\"sos\"}").key());
  }

  /** Random bytes, right messages cut short or with bytes changed, and nests. */
  @Test
  void whateverComesIsReadOrRefusedInASentenceThatRepeatsNothing() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] odd = odd(random);
      try {
        WatchMessage message = MessageReader.read(WATCH, odd, NOW);
        read++;
        assertFalse(message.at().isAfter(NOW.plus(MessageReader.AHEAD)));
        assertTrue(message.at().isAfter(Instant.EPOCH));
      } catch (MessageRefusal e) {
        String why = String.valueOf(e.getMessage());
        assertTrue(why.matches("[\\x20-\\x7e]{10,120}"), why);
        assertFalse(why.contains("kilroy"), why);
      }
    }
    assertTrue(read > 1000, "some are read: " + read);
  }

  private static byte[] odd(Random random) {
    byte[] right = random.nextBoolean() ? Said.sos(new UUID(1, 2), NOW) : Said.heartbeat(NOW, 50);
    return switch (random.nextInt(5)) {
      case 0 -> {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        yield noise;
      }
      case 1 -> Arrays.copyOf(right, random.nextInt(right.length));
      case 2 -> {
        for (int k = random.nextInt(4); k >= 0; k--) {
          right[random.nextInt(right.length)] = (byte) random.nextInt(256);
        }
        yield right;
      }
      case 3 -> {
        int depth = random.nextInt(1500);
        String nest = "{\"a\":".repeat(depth) + "[".repeat(random.nextInt(depth + 1));
        yield Said.bytes("{\"kind\":\"sos\",\"position\":" + nest);
      }
      default -> {
        String text = new String(right, StandardCharsets.UTF_8);
        List<String> values =
            List.of(
                "null", "[]", "{}", "1e400", "-1", "\"kilroy\"", "true", "18446744073709551616");
        String value = values.get(random.nextInt(values.size()));
        yield Said.bytes(text.replaceFirst(": [^,{}]+", ": " + value));
      }
    };
  }
}
