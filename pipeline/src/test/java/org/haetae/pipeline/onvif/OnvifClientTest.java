package org.haetae.pipeline.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.address.Credentials;
import org.haetae.pipeline.capture.address.Secret;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.onvif.FakeDevice.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnvifClientTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
  private static final InstantSource YEARS_AGO =
      InstantSource.fixed(Instant.parse("2000-01-01T00:00:09Z"));
  private static final Credentials KNOWN =
      new Credentials(FakeDevice.USER, new Secret(FakeDevice.PASSWORD));

  private final OnvifClient client = new OnvifClient(Duration.ofSeconds(5), NOW);

  @ParameterizedTest
  @EnumSource(Login.class)
  void aCamerasStreamsAreFoundWhateverItAsksFor(Login login) throws IOException {
    try (client;
        FakeDevice device = new FakeDevice(login, YEARS_AGO)) {
      List<StreamOffer> offers = client.streams(url(device.url(), Optional.of(KNOWN)));
      assertEquals(
          List.of("Main stream", "Sub", "third"),
          offers.stream().map(StreamOffer::profile).toList());
      StreamOffer main = offers.getFirst();
      assertEquals(
          "1920x1080 25 H264 rtsp://127.0.0.1:8554/main1?a=1&b=2",
          "%dx%d %d %s %s"
              .formatted(
                  main.width(),
                  main.height(),
                  main.fps(),
                  main.codec(),
                  main.url().address().forTheCamera()));
      assertEquals(Optional.of(KNOWN), main.url().credentials());
      StreamPair pair = StreamPair.choose(offers).orElseThrow();
      assertEquals(main, pair.main());
      assertEquals(Optional.of("Sub"), pair.sub().map(StreamOffer::profile));
      assertFalse(device.bodies.toString().contains("geheim"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Login.class,
      names = {"SOAP", "HTTP_BASIC"})
  void aWrongPasswordIsSaid(Login login) throws IOException {
    try (client;
        FakeDevice device = new FakeDevice(login, NOW)) {
      for (Optional<Credentials> wrong :
          List.of(
              Optional.<Credentials>empty(),
              Optional.of(new Credentials("admin", new Secret("falsch"))))) {
        OnvifException refusal =
            assertThrows(OnvifException.class, () -> client.streams(url(device.url(), wrong)));
        assertTrue(refusal.isPasswordRefused(), refusal.toString());
      }
    }
  }

  @Test
  void anAddressThatHoldsAPasswordIsNotToBeWritten() {
    for (String address :
        List.of("/a?p=geheim%3C%26%3E%221234", "/user=a_password=tlJwpbo6_x", "/a?PWD=1")) {
      assertEquals(Optional.empty(), offer(address).addressToWrite(), address);
    }
    assertEquals(Optional.of("rtsp://cam/a?b=c"), offer("/a?b=c").addressToWrite());
  }

  private static StreamOffer offer(String path) {
    CameraUrl url = url("rtsp://cam" + path, Optional.of(KNOWN));
    return new StreamOffer("x", url, 0, 0, 0, "");
  }

  @Test
  void whatIsNoDeviceIsSaid() throws IOException {
    said("no proper XML", "<html><p></html>");
    said("no SOAP envelope", "<html/>");
    said("no SOAP envelope", "<Envelope><Body/></Envelope>");
    said("no proper XML", "");
    said("longer than 1 MiB", "<a>" + "x".repeat(2 << 20) + "</a>");
    said("names no media service", "<Envelope><Body><X/></Body></Envelope>");
    said(
        "answers with an error: busy now",
        "<Envelope><Body><Fault><Reason><Text>busy\n"
            + " now</Text></Reason></Fault></Body></Envelope>");
    client.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://cam_1/", "http://127.0.0.1/{a}", "http://127.0.0.1/%zz"})
  void anAddressThatCannotBeAskedByHttpIsSaid(String address) {
    try (client) {
      String message =
          assertThrows(OnvifException.class, () -> client.streams(url(address, Optional.empty())))
              .toString();
      assertTrue(message.contains("none that can be asked by HTTP"), message);
    }
  }

  @Test
  void aDeviceThatHangsOrTricklesEndsAtTheLimit() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    HttpHandler hang =
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('<');
          exchange.getResponseBody().flush();
          await(done);
        };
    HttpServer server = server(hang);
    try (OnvifClient impatient = new OnvifClient(Duration.ofMillis(300), NOW)) {
      String message =
          assertThrows(OnvifException.class, () -> impatient.streams(urlOf(server))).toString();
      assertTrue(message.contains("within 0.3 s"), message);
    } finally {
      done.countDown();
      server.stop(0);
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    HttpServer server =
        server(
            exchange -> {
              exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest");
              exchange.sendResponseHeaders(302, -1);
              exchange.close();
            });
    try (client) {
      String message =
          assertThrows(OnvifException.class, () -> client.streams(urlOf(server))).toString();
      assertTrue(message.contains("redirects"), message);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void cutOffAnswersNeverBreakTheReader() {
    byte[] whole =
        "<a b='c'><!-- x --><d>&amp;&#65;<![CDATA[<]]></d></a>".getBytes(StandardCharsets.UTF_8);
    XmlReader reader = new XmlReader();
    assertEquals("&A<", reader.read(whole).textAt("d"));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(OnvifException.class, () -> reader.read(part));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;'>]><a>&z;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'><a/>",
        "<a>&x;</a>"
      })
  void documentTypesAndEntitiesAreRefused(String text) {
    assertThrows(
        OnvifException.class, () -> new XmlReader().read(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void depthAndNumberOfElementsAreLimited() {
    for (String text : List.of("<a>".repeat(100), "<a>" + "<b/>".repeat(30_000) + "</a>")) {
      String message =
          assertThrows(
                  OnvifException.class,
                  () -> new XmlReader().read(text.getBytes(StandardCharsets.UTF_8)))
              .toString();
      assertTrue(message.contains("too many elements"), message);
    }
  }

  private void said(String part, String reply) throws IOException {
    byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        server(
            exchange -> {
              exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
              exchange.getResponseBody().write(bytes);
              exchange.close();
            });
    try {
      String message =
          assertThrows(OnvifException.class, () -> client.streams(urlOf(server))).toString();
      assertTrue(message.contains(part), message);
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer server(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.start();
    return server;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static CameraUrl urlOf(HttpServer server) {
    return url("http://127.0.0.1:" + server.getAddress().getPort(), Optional.empty());
  }

  private static CameraUrl url(String text, Optional<Credentials> credentials) {
    return new CameraUrl(StreamAddress.parse(text), credentials);
  }
}
