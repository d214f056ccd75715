package org.haetae.pipeline.capture.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.address.Credentials;
import org.haetae.pipeline.capture.address.Secret;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.rtsp.ProbeResult.BadDescription;
import org.haetae.pipeline.capture.rtsp.ProbeResult.Described;
import org.haetae.pipeline.capture.rtsp.ProbeResult.NotRtsp;
import org.haetae.pipeline.capture.rtsp.ProbeResult.PasswordRefused;
import org.haetae.pipeline.capture.rtsp.ProbeResult.Unreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtspProbeTest {
  private static final Credentials KNOWN = new Credentials("admin", new Secret("geheim-1234"));
  private static final String OPTIONS_REPLY = "RTSP/1.0 200 OK\r\nCSeq: 1\r\n\r\n";

  @Test
  void aCameraThatDescribesItsStreamIsUnderstood() throws IOException {
    try (FakeRtspServer server = new FakeRtspServer(head -> described(SdpReaderTest.CAMERA))) {
      CameraUrl url = open(server.url("/live?x=y"));
      Described result = assertInstanceOf(Described.class, RtspProbe.standard().probe(url));
      assertEquals(url, result.finalUrl());
      assertEquals(VideoCodec.H264, result.description().video().getFirst().codec());
      assertTrue(
          server.requests.getFirst().startsWith("OPTIONS " + server.url("/live?x=y") + " RTSP/1.0"),
          server.requests::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Digest realm=\"cam\", nonce=\"abc\", algorithm=SHA-256, qop=\"auth\"",
        "Digest realm=\"cam\", nonce=\"abc\"",
        "Basic realm=\"cam\""
      })
  void aRightPasswordOpensAndAWrongOneIsSaid(String challenge) throws IOException {
    Function<String, String> script =
        head ->
            head.contains("Authorization: ")
                ? described(SdpReaderTest.CAMERA)
                : "RTSP/1.0 401 No\r\nWWW-Authenticate: " + challenge + "\r\n\r\n";
    try (FakeRtspServer server = new FakeRtspServer(script)) {
      assertInstanceOf(Described.class, probe(server, "/live", KNOWN));
      assertFalse(server.requests.toString().contains("geheim-1234"));
      PasswordRefused none =
          assertInstanceOf(
              PasswordRefused.class, RtspProbe.standard().probe(open(server.url("/live"))));
      assertTrue(none.reason().contains("password-file"), none.reason());
    }
    AtomicInteger asked = new AtomicInteger();
    try (FakeRtspServer server =
        new FakeRtspServer(
            head -> {
              asked.incrementAndGet();
              return "RTSP/1.0 401 No\r\nWWW-Authenticate: " + challenge + "\r\n\r\n";
            })) {
      PasswordRefused wrong =
          assertInstanceOf(PasswordRefused.class, probe(server, "/live", KNOWN));
      assertTrue(wrong.reason().contains("refuses the user or the password"), wrong.reason());
      assertEquals(2, asked.get());
    }
  }

  @Test
  void aServerThatClosesAfterItsRefusalIsAskedAnew() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (FakeRtspServer server =
        new FakeRtspServer(
            head ->
                switch (asked.incrementAndGet()) {
                  case 1 -> OPTIONS_REPLY;
                  case 2 -> "";
                  default -> described(SdpReaderTest.CAMERA);
                })) {
      assertInstanceOf(Described.class, probe(server, "/live", KNOWN));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 Bad Request\r\n\r\n<html></html>",
        "<!DOCTYPE html><html></html>",
        "SSH-2.0-OpenSSH_9\r\n",
        "\u0015\u0003\u0001\u0000\u0002",
        "garbage\r\n\r\n",
        "RTSP/1.0 twohundred OK\r\n\r\n",
        "RTSP/1.0\r\n\r\n"
      })
  void whatIsNoRtspIsSaid(String reply) throws IOException {
    try (FakeRtspServer server = new FakeRtspServer(head -> reply)) {
      assertInstanceOf(NotRtsp.class, probe(server, "/", KNOWN));
    }
  }

  @Test
  void aHeadWithoutEndIsCutOff() throws IOException {
    String head = "RTSP/1.0 200 OK\r\n" + "X: yyyyyyyyyyyyyyyy\r\n".repeat(2000);
    try (FakeRtspServer server = new FakeRtspServer(request -> head)) {
      NotRtsp result = assertInstanceOf(NotRtsp.class, probe(server, "/", KNOWN));
      assertTrue(result.reason().contains("16 KiB"), result.reason());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>v=0</html>", "", "v=0\r\nnonsense"})
  void aDescriptionThatIsNoneIsSaid(String body) throws IOException {
    try (FakeRtspServer server = new FakeRtspServer(head -> described(body))) {
      assertInstanceOf(BadDescription.class, probe(server, "/", KNOWN));
    }
  }

  @Test
  void tenThousandLinesAndMoreThan64KibAreRefused() throws IOException {
    for (String body : new String[] {"v=0\n" + "a=b\n".repeat(10_000), "x".repeat(100_000)}) {
      try (FakeRtspServer server = new FakeRtspServer(head -> described(body))) {
        BadDescription bad = assertInstanceOf(BadDescription.class, probe(server, "/", KNOWN));
        assertTrue(bad.reason().matches(".*(1000 lines|64 KiB).*"), bad.reason());
      }
    }
  }

  @Test
  void aRedirectIsFollowedAndACircleIsNot() throws IOException {
    AtomicInteger port = new AtomicInteger();
    Function<String, String> script =
        head ->
            head.contains("/old") ? redirect(port.get(), "/new") : described(SdpReaderTest.CAMERA);
    try (FakeRtspServer server = new FakeRtspServer(script)) {
      port.set(server.port());
      Described result = assertInstanceOf(Described.class, probe(server, "/old", KNOWN));
      assertEquals("/new", result.finalUrl().address().path());
    }
    try (FakeRtspServer server =
        new FakeRtspServer(head -> redirect(port.get(), head.contains("/a ") ? "/b" : "/a"))) {
      port.set(server.port());
      said("circle", probe(server, "/a", KNOWN));
    }
    AtomicInteger next = new AtomicInteger();
    try (FakeRtspServer server =
        new FakeRtspServer(head -> redirect(port.get(), "/" + next.incrementAndGet()))) {
      port.set(server.port());
      said("more than 3 times", probe(server, "/", KNOWN));
      assertEquals(4, server.requests.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://192.168.0.1/x", "rtsp://169.254.169.254/latest", "http://127.0.0.1/",
        "rtsp://a:b@127.0.0.1/", "file:///etc/passwd", "/relative"
      })
  void aRedirectAwayIsRefused(String location) throws IOException {
    try (FakeRtspServer server =
        new FakeRtspServer(head -> "RTSP/1.0 302 Moved\r\nLocation: " + location + "\r\n\r\n")) {
      said("redirects to", probe(server, "/", KNOWN));
    }
  }

  @Test
  void anotherHostNeverSeesTheAuthorization() throws IOException {
    Function<String, String> guarded =
        head -> "RTSP/1.0 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n";
    try (FakeRtspServer thief = new FakeRtspServer(guarded);
        FakeRtspServer server =
            new FakeRtspServer(
                head ->
                    "RTSP/1.0 302 Moved\r\nLocation: rtsp://localhost:%d/\r\n\r\n"
                        .formatted(thief.port()))) {
      assertInstanceOf(PasswordRefused.class, probe(server, "/", KNOWN));
      assertEquals(1, thief.requests.size());
      assertFalse(thief.requests.toString().contains("Authorization"));
    }
  }

  @Test
  void silenceAndTricklesEndAtTheDeadline() throws IOException {
    for (String reply :
        new String[] {"\0", "RTSP/1.0 200", "RTSP/1.0 200 OK\r\nContent-Length: 9\r\n\r\nv="}) {
      try (FakeRtspServer server = new FakeRtspServer(head -> reply)) {
        long start = System.nanoTime();
        Unreachable result =
            assertInstanceOf(
                Unreachable.class,
                RtspProbe.within(Duration.ofMillis(200)).probe(open(server.url("/"))));
        assertTrue(result.reason().contains("within 0.2 s"), result.reason());
        assertTrue(System.nanoTime() - start < 2_000_000_000L);
      }
    }
  }

  @Test
  void aTlsHandshakeThatHangsEndsAtTheDeadline() throws IOException {
    try (FakeRtspServer server = new FakeRtspServer(head -> "\0")) {
      CameraUrl url = open(server.url("/").replace("rtsp:", "rtsps:"));
      Unreachable result =
          assertInstanceOf(Unreachable.class, RtspProbe.within(Duration.ofMillis(300)).probe(url));
      assertTrue(result.reason().contains("within 0.3 s"), result.reason());
    }
  }

  @Test
  void aClosedPortAnUnknownPathAndAnUnknownNameAreSaid() throws IOException {
    int port;
    try (FakeRtspServer server = new FakeRtspServer(head -> "RTSP/1.0 404 Not Found\r\n\r\n")) {
      port = server.port();
      said("no stream at this path", probe(server, "/nowhere", KNOWN));
    }
    said("refuses the connection", RtspProbe.standard().probe(open("rtsp://127.0.0.1:" + port)));
    said("name", RtspProbe.standard().probe(open("rtsp://nowhere.invalid/")));
  }

  private static ProbeResult probe(FakeRtspServer server, String path, Credentials known) {
    return RtspProbe.standard().probe(CameraUrl.of(StreamAddress.parse(server.url(path)), known));
  }

  private static CameraUrl open(String url) {
    return CameraUrl.open(StreamAddress.parse(url));
  }

  private static void said(String part, ProbeResult result) {
    assertTrue(result.toString().contains(part), result.toString());
    assertFalse(result.toString().contains("geheim"), result.toString());
  }

  private static String described(String body) {
    return "RTSP/1.0 200 OK\r\nContent-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(body.length(), body);
  }

  private static String redirect(int port, String path) {
    return "RTSP/1.0 302 Moved\r\nLocation: rtsp://127.0.0.1:%d%s\r\n\r\n".formatted(port, path);
  }
}
