package org.haetae.sim.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Credentials;
import org.haetae.sim.camera.FaultForm;
import org.haetae.sim.client.Footages;
import org.haetae.sim.client.Waiting;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ControlPortTest {
  @RegisterExtension
  static final SimulatedCameras CAMERAS =
      SimulatedCameras.of(
          CameraScript.of("door", Footages.clip("home-door"))
              .withCredentials(
                  new Credentials(Credentials.Scheme.DIGEST, "viewer", "open sesame")));

  private final HttpClient http = HttpClient.newHttpClient();
  private final ControlPort control = port();

  private static ControlPort port() {
    try {
      return new ControlPort(CAMERAS.site(), new FaultForm(Path.of("")), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    control.close();
    http.close();
  }

  private HttpResponse<String> ask(String method, String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(control.address() + path))
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void camerasAreToldWithoutTheirPasswords() throws Exception {
    String body = ask("GET", "", "").body();
    assertTrue(body.contains("\"url\":\"" + CAMERAS.url("door") + "\""), body);
    assertFalse(body.contains("sesame") || body.contains("viewer"), body);
  }

  @Test
  void aFaultBeginsAndEndsByItself() throws Exception {
    String stall = "{\"fault\":\"stall\",\"seconds\":0.2}";
    assertTrue(ask("POST", "/door/faults", stall).body().contains("\"faults\":[\"stall\"]"));
    Waiting.until(
        "the fault ended", () -> ask("GET", "/door/faults", "").body().contains("\"faults\":[]"));
  }

  @Test
  void aFaultWithoutEndIsTakenBack() throws Exception {
    String loss = "{\"fault\":\"loss\",\"rate\":0.5}";
    assertTrue(ask("POST", "/door/faults", loss).body().contains("\"loss\""));
    assertTrue(ask("DELETE", "/door/faults", "").body().contains("\"faults\":[]"));
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    assertEquals(404, ask("GET", "/window/faults", "").statusCode());
    assertEquals(404, ask("GET", "/door", "").statusCode());
    assertEquals(405, ask("PUT", "/door/faults", "").statusCode());
    assertEquals(405, ask("POST", "", "").statusCode());
    for (String body :
        new String[] {
          "",
          "[]",
          "{",
          "null",
          "{\"fault\":\"stal\"}",
          "{\"seconds\":1}",
          "{\"fault\":\"stall\",\"seconds\":-1}",
          "{\"fault\":\"black\",\"clip\":\"no.mp4\"}"
        }) {
      HttpResponse<String> answer = ask("POST", "/door/faults", body);
      assertEquals(400, answer.statusCode(), body);
      assertTrue(answer.body().contains("problem"), body);
    }
  }
}
