package org.haetae.pipeline.capture.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.haetae.pipeline.capture.address.Credentials;
import org.haetae.pipeline.capture.address.Secret;

/** No challenge makes the answer break out of its line or show the password. */
class AuthenticatorFuzzTest {
  private static final String PASSWORD = "Circle of Life";

  @FuzzTest(maxDuration = "90s")
  void answer(byte[] bytes) {
    // A header's value never holds a control character; the RTSP decoder sees to that.
    String header = new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
    Authenticator authenticator =
        new Authenticator(new Credentials("Mufasa", new Secret(PASSWORD)), new Random(1));
    authenticator.takeUp(List.of(header));
    authenticator
        .authorization("DESCRIBE", "rtsp://cam/")
        .ifPresent(
            answer -> {
              assertEquals(1, answer.lines().count(), answer);
              assertTrue(header.contains(PASSWORD) || !answer.contains(PASSWORD), answer);
            });
  }
}
