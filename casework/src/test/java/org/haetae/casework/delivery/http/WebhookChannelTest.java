package org.haetae.casework.delivery.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.haetae.casework.SettableClock;
import org.haetae.casework.Waiting;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.DeliveryException.Fault;
import org.haetae.casework.delivery.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookChannelTest {
  private static final WebhookSignature SIGNATURE =
      new WebhookSignature("0123456789abcdef".getBytes(StandardCharsets.UTF_8));
  private static final Notice NOTICE =
      new Notice.Technical(
          new UUID(7, 8), SettableClock.START, "camera-down", List.of("door"), false);

  private record Request(String key, String timestamp, String signature, String body) {}

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch hang = new CountDownLatch(1);
  private volatile int status = 204;
  private volatile boolean hangs;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    hang.countDown();
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new Request(
              header(exchange, "X-Haetae-Key"),
              header(exchange, "X-Haetae-Timestamp"),
              header(exchange, "X-Haetae-Signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      if (hangs) {
        hang.await();
      }
      exchange.getResponseHeaders().set("Location", "/elsewhere");
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  private WebhookChannel channel() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    return new WebhookChannel(
        "station",
        new HttpSender(
            new WebhookAddress(address, true),
            SIGNATURE,
            Duration.ofMillis(500),
            new SettableClock()));
  }

  @Test
  void deliversSignedWithTheSameKeyEachTime() throws Exception {
    try (WebhookChannel channel = channel()) {
      channel.send(NOTICE);
      channel.send(NOTICE);
    }
    assertEquals(2, requests.size());
    Request first = requests.getFirst();
    assertEquals(NOTICE.key().toString(), first.key());
    assertEquals(first.key(), requests.getLast().key());
    Instant sent = Instant.ofEpochSecond(Long.parseLong(first.timestamp()));
    assertTrue(
        SIGNATURE.holds(
            first.signature(),
            sent,
            first.body().getBytes(StandardCharsets.UTF_8),
            SettableClock.START,
            Duration.ofMinutes(5)));
    assertEquals(
        "{\"kind\":\"technical\",\"key\":\"%s\",\"at\":\"2026-03-01T02:00:00Z\",\"code\":\"camera-down\",\"parts\":[\"door\"],\"over\":false}"
            .formatted(NOTICE.key()),
        first.body());
  }

  @ParameterizedTest
  @CsvSource({
    "500,CHANNEL",
    "503,CHANNEL",
    "401,CHANNEL",
    "302,CHANNEL",
    "400,NOTICE",
    "413,NOTICE"
  })
  void whateverIsNotTakenOverIsSaid(int answer, Fault fault) {
    status = answer;
    try (WebhookChannel channel = channel()) {
      DeliveryException refusal = assertThrows(DeliveryException.class, () -> channel.send(NOTICE));
      assertEquals("the receiver answers " + answer, refusal.getMessage());
      assertEquals(fault, refusal.fault());
    }
    assertEquals(1, requests.size());
  }

  @Test
  void aReceiverThatHangsOrIsNotThereEndsInTime() {
    hangs = true;
    try (WebhookChannel channel = channel()) {
      DeliveryException late = assertThrows(DeliveryException.class, () -> channel.send(NOTICE));
      assertEquals("the receiver does not answer in time", late.getMessage());
      hang.countDown();
      server.stop(0);
      DeliveryException gone = assertThrows(DeliveryException.class, () -> channel.send(NOTICE));
      assertEquals("the receiver can't be reached", gone.getMessage());
    }
  }

  @Test
  void anInterruptEndsItEarly() throws Exception {
    hangs = true;
    List<String> ends = new CopyOnWriteArrayList<>();
    try (WebhookChannel channel = channel()) {
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      channel.send(NOTICE);
                      ends.add("delivered");
                    } catch (DeliveryException e) {
                      ends.add(String.valueOf(e.getMessage()));
                    } catch (InterruptedException e) {
                      ends.add("interrupted");
                    }
                  });
      Waiting.until("the receiver was asked", () -> requests.size() == 1);
      sender.interrupt();
      sender.join();
    }
    assertEquals(List.of("interrupted"), ends);
  }
}
