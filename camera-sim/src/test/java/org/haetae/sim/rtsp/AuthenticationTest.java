package org.haetae.sim.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Credentials;
import org.haetae.sim.client.Digest;
import org.haetae.sim.client.Footages;
import org.haetae.sim.client.RtspClient;
import org.haetae.sim.client.RtspClient.Answer;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthenticationTest {
  private static final Digest RIGHT = new Digest("viewer", "correct horse");
  private static final Digest WRONG = new Digest("viewer", "battery staple");

  @RegisterExtension
  static final SimulatedCameras CAMERAS =
      SimulatedCameras.of(
          camera("basic", Credentials.Scheme.BASIC), camera("digest", Credentials.Scheme.DIGEST));

  private static CameraScript camera(String name, Credentials.Scheme scheme) {
    return CameraScript.of(name, Footages.clip("home-door"))
        .withCredentials(new Credentials(scheme, RIGHT.user(), RIGHT.password()));
  }

  private static int describe(RtspClient client, String header) throws IOException {
    return client.ask("DESCRIBE", client.url(), header).status();
  }

  @Test
  void basicAsksForUserAndPassword() throws Exception {
    try (RtspClient client = new RtspClient(CAMERAS.url("basic"))) {
      assertEquals(200, client.ask("OPTIONS", client.url()).status());
      Answer refusal = client.ask("DESCRIBE", client.url());
      assertEquals(401, refusal.status());
      assertEquals("Basic realm=\"basic\"", refusal.header("WWW-Authenticate"));
      assertEquals(401, describe(client, WRONG.basic()));
      assertEquals(401, describe(client, "Authorization: Basic %%%"));
      assertEquals(200, describe(client, RIGHT.basic()));
    }
  }

  @Test
  void digestTakesAnswersToItsOwnChallengeOnly() throws Exception {
    try (RtspClient client = new RtspClient(CAMERAS.url("digest"))) {
      String challenge = client.ask("DESCRIBE", client.url()).header("WWW-Authenticate");
      assertTrue(challenge.startsWith("Digest realm=\"digest\", nonce=\""), challenge);
      assertEquals(401, describe(client, RIGHT.basic()));
      assertEquals(401, describe(client, WRONG.answer(challenge, "DESCRIBE", client.url())));
      assertEquals(401, describe(client, RIGHT.answer(challenge, "SETUP", client.url())));
      assertEquals(401, describe(client, RIGHT.answer(challenge, "DESCRIBE", "rtsp://other/")));
      String foreign = "Digest realm=\"digest\", nonce=\"0123456789\"";
      assertEquals(401, describe(client, RIGHT.answer(foreign, "DESCRIBE", client.url())));
      assertEquals(200, describe(client, RIGHT.answer(challenge, "DESCRIBE", client.url())));
      assertEquals(200, describe(client, RIGHT.answerAuth(challenge, "DESCRIBE", client.url())));
    }
  }

  @Test
  void thePasswordIsInNoText() {
    assertFalse(camera("x", Credentials.Scheme.BASIC).toString().contains(RIGHT.password()));
    assertFalse(camera("x", Credentials.Scheme.BASIC).toString().contains(RIGHT.user()));
  }
}
