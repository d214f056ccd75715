package org.haetae.casework.delivery.emergency;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.delivery.http.WebhookAddress;
import org.haetae.casework.delivery.http.WebhookSignature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the emergency number's system: it gives each key one number, however often it is
 * asked, and fails on command.
 */
public final class EmergencyRoom implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Map<String, String> numbers = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String instead = "";

  public EmergencyRoom() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  /** A sender to here. */
  public EmergencyHttp client(WebhookSignature signature) {
    URI uri = URI.create("http://127.0.0.1:%d/watches".formatted(server.getAddress().getPort()));
    return new EmergencyHttp(
        new HttpSender(
            new WebhookAddress(uri, true),
            signature,
            Duration.ofSeconds(5),
            InstantSource.system()));
  }

  /** Registered watches by the key of their registration. */
  public Map<String, String> numbers() {
    return numbers;
  }

  /** Answers so from now on; 200 is as it should be. */
  public void answer(int code) {
    status = code;
  }

  /** Answers this text from now on. */
  public void answer(String text) {
    instead = text;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String key = MAPPER.readTree(body).path("key").asString("");
      String number =
          status == 200 ? numbers.computeIfAbsent(key, _ -> "112-" + (numbers.size() + 1)) : "none";
      String text = instead.isEmpty() ? "{\"confirmation\": \"%s\"}".formatted(number) : instead;
      byte[] answer = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
