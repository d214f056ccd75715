package org.haetae.app.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Answers to a request, all with the same strict headers. */
final class Answer {
  private Answer() {}

  static void picture(HttpExchange exchange, Optional<byte[]> jpeg) throws IOException {
    if (jpeg.isPresent()) {
      send(exchange, 200, "image/jpeg", jpeg.get());
    } else {
      send(exchange, 404, "text/plain", bytes("there is no picture\n"));
    }
  }

  static void resource(HttpExchange exchange, String name, String type) throws IOException {
    try (InputStream in = Answer.class.getResourceAsStream("/live/" + name)) {
      if (in == null) {
        throw new IOException("the page's file " + name + " is missing from the build");
      }
      send(exchange, 200, type, in.readAllBytes());
    }
  }

  static void text(HttpExchange exchange, int status, String type, String text) throws IOException {
    send(exchange, status, type, bytes(text));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (OutputStream out = open(exchange, status, type, body.length)) {
      out.write(body);
    }
  }

  /**
   * Sends the head of an answer.
   *
   * @param length of the body in bytes, 0 for one that goes on until it is closed
   */
  static OutputStream open(HttpExchange exchange, int status, String type, long length)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'; base-uri 'none';"
            + " form-action 'none'");
    exchange.sendResponseHeaders(status, length);
    return exchange.getResponseBody();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
