package org.haetae.sim.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.client.Footages;
import org.haetae.sim.client.RtspClient;
import org.haetae.sim.client.RtspClient.Answer;
import org.haetae.sim.client.Waiting;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests and answers, as RFC 2326 has them. */
class DialogueTest {
  @RegisterExtension
  static final SimulatedCameras CAMERAS =
      SimulatedCameras.of(
          CameraScript.of("door", Footages.clip("home-door")).withSub(Footages.clip("work-yard")));

  private static RtspClient client() throws IOException {
    return new RtspClient(CAMERAS.url("door"));
  }

  @Test
  void aDialogueFromOptionsToTeardown() throws Exception {
    try (RtspClient client = client()) {
      Answer options = client.ask("OPTIONS", "*");
      assertEquals(200, options.status());
      assertEquals("1", options.header("CSeq"));
      assertTrue(options.header("Public").contains("GET_PARAMETER"));

      Answer description = client.ask("DESCRIBE", client.url(), "Accept: application/sdp");
      assertEquals("application/sdp", description.header("Content-Type"));
      assertEquals(client.url() + "/", description.header("Content-Base"));
      assertTrue(description.body().contains("a=rtpmap:96 H264/90000\r\n"), description.body());
      assertTrue(description.body().contains("sprop-parameter-sets="), description.body());

      Answer setup = client.setup();
      assertEquals(200, setup.status());
      assertTrue(setup.header("Transport").startsWith("RTP/AVP/TCP;unicast;interleaved=0-1"));
      assertTrue(setup.header("Session").endsWith(";timeout=60"));

      String session = "Session: " + setup.session();
      Answer play = client.ask("PLAY", client.url(), session, "Range: npt=0.000-");
      assertEquals(200, play.status());
      int sequence = client.media().sequence();
      assertTrue(play.header("RTP-Info").contains(";seq=" + sequence + ";"));

      assertEquals(200, client.ask("GET_PARAMETER", client.url(), session).status());
      assertEquals(1, CAMERAS.site().port("door").players());
      assertEquals(200, client.ask("PAUSE", client.url(), session).status());
      assertEquals(0, CAMERAS.site().port("door").players());
      assertEquals(200, client.ask("PLAY", client.url(), session).status());
      assertEquals(200, client.ask("TEARDOWN", client.url(), session).status());
      assertEquals(454, client.ask("PLAY", client.url(), session).status());
    }
  }

  @Test
  void theSubStreamHasItsOwnDescription() throws Exception {
    try (RtspClient client = new RtspClient(CAMERAS.site().subUrl("door"))) {
      assertEquals(200, client.ask("DESCRIBE", client.url()).status());
      assertEquals(200, client.play().status());
    }
  }

  @Test
  void whatCanNotBeIsRefusedWithItsReason() throws Exception {
    try (RtspClient client = client()) {
      assertEquals(404, client.ask("DESCRIBE", client.url() + "x").status());
      assertEquals(406, client.ask("DESCRIBE", client.url(), "Accept: text/html").status());
      String multicast = "Transport: RTP/AVP;multicast;client_port=5000-5001";
      assertEquals(461, client.ask("SETUP", client.url(), multicast).status());
      assertEquals(461, client.ask("SETUP", client.url()).status());
      assertEquals(454, client.ask("PLAY", client.url()).status());
      assertEquals(454, client.ask("PAUSE", client.url(), "Session: 1").status());
      assertEquals(454, client.ask("GET_PARAMETER", client.url(), "Session: 1").status());
      assertEquals(405, client.ask("RECORD", client.url()).status());
      assertEquals(501, client.ask("DANCE", client.url()).status());
      String session = "Session: " + client.setup().session();
      assertEquals(200, client.ask("PLAY", client.url(), session).status());
      String tcp = "Transport: RTP/AVP/TCP;interleaved=2-3";
      assertEquals(455, client.ask("SETUP", client.url(), session, tcp).status());
    }
  }

  @Test
  void theFirstTransportThatIsKnownIsTaken() throws Exception {
    try (RtspClient client = client()) {
      String both = "Transport: RTP/SAVP;client_port=5-6,RTP/AVP/TCP;unicast;interleaved=4-5";
      Answer setup = client.ask("SETUP", client.url() + "/trackID=0", both);
      assertTrue(setup.header("Transport").contains("interleaved=4-5"));
      client.ask("PLAY", client.url(), "Session: " + setup.session());
      assertEquals(4, client.media().channel());
    }
  }

  @Test
  void requestsMayComeInPiecesTogetherAndBetweenPackets() throws Exception {
    try (RtspClient client = client()) {
      client.play();
      String request =
          """
          OPTIONS * RTSP/1.0
          CSeq: 41

          GET_PARAMETER %s RTSP/1.0
          CSeq: 42
          Content-Length: 3

          a
          """
              .formatted(client.url())
              .replace("\n", "\r\n");
      for (byte b : ("$\1\0\4abcd\r\n" + request).getBytes(StandardCharsets.ISO_8859_1)) {
        client.raw(new byte[] {b});
      }
      Answer last = client.ask("OPTIONS", "*");
      assertEquals("41", last.header("CSeq"));
    }
  }

  @Test
  void anotherProtocolIsRefusedAndClosed() throws Exception {
    try (RtspClient client = client()) {
      client.raw("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              client.packet();
            }
          });
    }
    Waiting.until("the connection is closed", () -> CAMERAS.site().port("door").connections() == 0);
  }

  @Test
  void addressesNeverHoldCredentials() {
    assertFalse(CAMERAS.url("door").contains("@"));
  }
}
