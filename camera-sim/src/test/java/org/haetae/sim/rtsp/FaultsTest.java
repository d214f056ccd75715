package org.haetae.sim.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.client.Footages;
import org.haetae.sim.client.RtspClient;
import org.haetae.sim.client.RtspClient.Answer;
import org.haetae.sim.client.Waiting;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the connection and of the dialogue, seen from a client. */
class FaultsTest {
  @RegisterExtension
  static final SimulatedCameras CAMERAS =
      SimulatedCameras.of(CameraScript.of("door", Footages.clip("home-door")));

  private static RtspClient client() throws IOException {
    return new RtspClient(CAMERAS.url("door"));
  }

  private static void start(Fault fault) {
    CAMERAS.site().start("door", fault);
  }

  private static void clear() {
    CAMERAS.site().clear("door");
  }

  private static boolean refused() throws IOException {
    try (RtspClient _ = client()) {
      return false;
    } catch (SocketException e) {
      // A port that closes while it is being asked resets instead: neither open nor refused yet.
      return e instanceof ConnectException;
    }
  }

  private static void readsNothing(RtspClient client) throws IOException {
    client.socket().setSoTimeout(300);
    assertThrows(
        SocketTimeoutException.class,
        () -> {
          for (int i = 0; i < 2000; i++) {
            client.packet();
          }
        });
    client.socket().setSoTimeout(5000);
  }

  private static void playsAgain() throws Exception {
    clear();
    Waiting.until("the port is open", () -> !refused());
    try (RtspClient client = client()) {
      assertEquals(200, client.play().status());
      client.media();
    }
  }

  @Test
  void refuseLeavesClientsAloneAndTakesNoOthers() throws Exception {
    try (RtspClient client = client()) {
      client.play();
      start(new Fault.Refuse());
      Waiting.until("connections are refused", FaultsTest::refused);
      client.media();
    }
    playsAgain();
  }

  @Test
  void aCameraThatIsGoneResetsEverybody() throws Exception {
    try (RtspClient client = client()) {
      client.play();
      start(new Fault.Gone());
      Waiting.until("connections are refused", FaultsTest::refused);
      ends(client, SocketException.class);
    }
    playsAgain();
  }

  private static void ends(RtspClient client, Class<? extends IOException> how) {
    assertThrows(
        how,
        () -> {
          while (true) {
            client.packet();
          }
        });
  }

  @Test
  void closeEndsInGoodOrderAndResetDoesNot() throws Exception {
    try (RtspClient client = client()) {
      client.play();
      start(new Fault.Close());
      ends(client, EOFException.class);
    }
    try (RtspClient next = client()) {
      assertThrows(
          IOException.class,
          () -> {
            next.play();
            ends(next, EOFException.class);
            throw new EOFException();
          });
    }
    clear();
    try (RtspClient client = client()) {
      client.play();
      start(new Fault.Reset());
      ends(client, SocketException.class);
    }
    playsAgain();
  }

  @Test
  void stallStopsTheMediaButNotTheAnswers() throws Exception {
    try (RtspClient client = client()) {
      String session = client.setup().session();
      client.ask("PLAY", client.url(), "Session: " + session);
      client.media();
      start(new Fault.Stall());
      readsNothing(client);
      assertEquals(200, client.ask("OPTIONS", "*").status());
      clear();
      client.media();
    }
  }

  @Test
  void aFaultWithALengthEndsByItself() throws Exception {
    try (RtspClient client = client()) {
      client.play();
      CAMERAS.site().start("door", new Fault.Stall(), Duration.ofMillis(500));
      readsNothing(client);
      client.media();
      assertTrue(CAMERAS.site().camera("door").board().active().all().isEmpty());
    }
  }

  @Test
  void hangAfterSetupAnswersPlayNever() throws Exception {
    start(new Fault.HangAfterSetup());
    try (RtspClient client = client()) {
      client.socket().setSoTimeout(300);
      assertThrows(SocketTimeoutException.class, client::play);
    }
  }

  @Test
  void wrongPasswordRefusesAll() throws Exception {
    start(new Fault.WrongPassword());
    try (RtspClient client = client()) {
      assertEquals(401, client.ask("DESCRIBE", client.url()).status());
      clear();
      assertEquals(200, client.ask("DESCRIBE", client.url()).status());
    }
  }

  @Test
  void halfOpenSaysNothingAndKeepsTheSocketUntilItIsReset() throws Exception {
    try (RtspClient client = client()) {
      client.play();
      start(new Fault.HalfOpen());
      readsNothing(client);
      client.socket().setSoTimeout(300);
      assertThrows(SocketTimeoutException.class, () -> client.ask("OPTIONS", "*"));
      try (RtspClient other = client()) {
        other.socket().setSoTimeout(300);
        assertThrows(SocketTimeoutException.class, () -> other.ask("OPTIONS", "*"));
      }
      assertTrue(CAMERAS.site().port("door").connections() > 0);
      clear();
      client.socket().setSoTimeout(5000);
      ends(client, SocketException.class);
    }
    playsAgain();
  }

  @Test
  void htmlIsNoAnswer() throws Exception {
    start(new Fault.Html());
    try (RtspClient client = client()) {
      client.send("DESCRIBE", client.url());
      byte[] all = client.socket().getInputStream().readAllBytes();
      assertTrue(new String(all, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200 OK"));
    }
  }

  @Test
  void descriptionsMayBeMalformedOrHuge() throws Exception {
    try (RtspClient client = client()) {
      start(new Fault.MalformedSdp());
      Answer malformed = client.ask("DESCRIBE", client.url());
      assertFalse(malformed.body().contains("H264"));
      clear();
      start(new Fault.HugeSdp(10_000));
      Answer huge = client.ask("DESCRIBE", client.url());
      assertTrue(huge.body().lines().count() > 10_000);
      assertTrue(huge.body().contains("H264"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rtsp://192.0.2.7/elsewhere"})
  void redirectsLeadElsewhereOrInARing(String location) throws Exception {
    start(new Fault.Redirect(Optional.of(location).filter(l -> !l.isEmpty())));
    try (RtspClient client = client()) {
      Answer answer = client.ask("DESCRIBE", client.url());
      assertEquals(302, answer.status());
      assertEquals(location.isEmpty() ? client.url() : location, answer.header("Location"));
    }
  }

  @Test
  void aTrickleIsAFewBytesASecond() throws Exception {
    try (RtspClient client = client()) {
      client.play();
      client.media();
      start(new Fault.Trickle(20));
      InputStream in = client.socket().getInputStream();
      client.socket().setSoTimeout(100);
      // What was sent before lies in the buffers still.
      bytes(in, 1_000_000_000L);
      int trickled = bytes(in, 2_000_000_000L);
      assertTrue(trickled > 10 && trickled < 80, () -> "bytes in two seconds: " + trickled);
    }
    playsAgain();
  }

  private static int bytes(InputStream in, long nanos) throws IOException {
    long end = System.nanoTime() + nanos;
    int bytes = 0;
    byte[] buffer = new byte[65_536];
    while (System.nanoTime() < end) {
      try {
        bytes += Math.max(0, in.read(buffer));
      } catch (SocketTimeoutException e) {
        // Nothing came for a moment.
      }
    }
    return bytes;
  }
}
