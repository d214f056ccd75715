package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamerasCommandTest {
  @TempDir private Path temp = Path.of("");

  @Test
  void helpTeaches() {
    for (String[] line :
        new String[][] {
          {"cameras", "--help"}, {"cameras", "discover", "--help"}, {"cameras", "streams", "--help"}
        }) {
      Ran ran = Ran.of(line);
      assertEquals(0, ran.code());
      assertTrue(ran.out().contains("--password-file door.password"), ran.out());
    }
    assertTrue(Ran.of("cameras").out().contains("discover"));
  }

  @Test
  void streamsAreNamedWithTheirUse() throws IOException {
    Path password = Files.writeString(temp.resolve("p"), "geheim-1234\n");
    HttpServer server = camera();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      Ran ran =
          Ran.of("cameras", "streams", url, "--user", "a", "--password-file", password.toString());
      assertEquals(0, ran.code(), ran.err());
      assertTrue(
          ran.out()
              .contains("main   rtsp://127.0.0.1/big?a=b  1280x720, up to 15 pictures/s, H264"),
          ran.out());
      Ran json = Ran.of("cameras", "streams", url, "--json");
      assertTrue(
          json.out()
              .contains(
                  "{\"type\":\"stream\",\"use\":\"main\",\"url\":\"rtsp://127.0.0.1/big?a=b\","),
          json.out());
      assertFalse((ran.out() + ran.err()).contains("geheim"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void mistakesAreSaidInOneSentenceWithoutThePassword() {
    usage("password-file", "cameras", "streams", "http://admin:geheim@192.0.2.7");
    usage("together with", "cameras", "streams", "192.0.2.7", "--user", "a");
    usage("is not set", "cameras", "streams", "192.0.2.7", "--user", "a", "--password-env", "NO_1");
    usage("between 1s and 10m", "cameras", "discover", "--timeout", "0s");
    Ran rtsp = Ran.of("cameras", "streams", "rtsp://192.0.2.7");
    assertEquals(3, rtsp.code());
    assertTrue(rtsp.err().contains("http://"), rtsp.err());
  }

  @Test
  void aHostThatDoesNotAnswerIsSaid() throws IOException {
    try (DatagramSocket mute =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      Ran ran =
          Ran.of(
              "cameras",
              "discover",
              "--host",
              "127.0.0.1",
              "--port",
              Integer.toString(mute.getLocalPort()),
              "--timeout",
              "PT0.1S");
      assertEquals(1, ran.code());
      assertTrue(ran.err().contains("no camera answered"), ran.err());
    }
  }

  private static void usage(String part, String... arguments) {
    Ran ran = Ran.of(arguments);
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().contains(part), ran.err());
    assertFalse(ran.err().contains("geheim"), ran.err());
  }

  /** Answers every question at once, which the client reads by what it asked for. */
  private static HttpServer camera() throws IOException {
    String everything =
        """
        <Envelope><Body><All>
        <Capabilities><Media><XAddr>http://192.0.2.7/media</XAddr></Media></Capabilities>
        <Profiles token="1"><Name>Big</Name><VideoEncoderConfiguration><Encoding>H264</Encoding>
        <Resolution><Width>1280</Width><Height>720</Height></Resolution>
        <RateControl><FrameRateLimit>15</FrameRateLimit></RateControl>
        </VideoEncoderConfiguration></Profiles>
        <MediaUri><Uri>rtsp://192.0.2.7/big?a=b</Uri></MediaUri>
        </All></Body></Envelope>
        """;
    byte[] bytes = everything.getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }
}
