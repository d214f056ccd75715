package org.haetae.casework.gateway.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.haetae.casework.gateway.Heard;
import org.haetae.casework.gateway.MessageReader;
import org.haetae.casework.gateway.WatchHearing;
import org.haetae.domain.id.SafeName;
import org.haetae.domain.id.WatchSerial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /watches/SERIAL/signals} with a bearer token. An answer of 202 has taken the message
 * over; 400, 404 and 413 never will; after anything else the gateway sends it again. Safe for many
 * threads.
 */
public final class SignalPosts implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SignalPosts.class);

  private final BearerToken token;
  private final WatchHearing hearing;

  public SignalPosts(BearerToken token, WatchHearing hearing) {
    this.token = token;
    this.hearing = hearing;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!token.opens(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        answer(exchange, 401, "the gateway's token is missing or wrong");
        return;
      }
      Optional<WatchSerial> watch = watch(exchange.getRequestURI().getPath());
      if (watch.isEmpty()) {
        answer(exchange, 404, "signals go to /watches/SERIAL/signals");
      } else if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        answer(exchange, 405, "signals are posted");
      } else {
        take(exchange, watch.get());
      }
    }
  }

  private void take(HttpExchange exchange, WatchSerial watch) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MessageReader.LONGEST + 1);
    if (body.length > MessageReader.LONGEST) {
      answer(exchange, 413, "a message has %d bytes at most".formatted(MessageReader.LONGEST));
      return;
    }
    Heard heard;
    try {
      heard = hearing.hear(watch, body);
    } catch (RuntimeException e) {
      LOG.error("a signal of a watch could not be kept: {}", e.getClass().getSimpleName());
      answer(exchange, 503, "it could not be kept: send it again");
      return;
    }
    switch (heard) {
      case Heard.Heartbeat _, Heard.Sos _, Heard.UnheldSos _ -> answer(exchange, 202, "heard");
      case Heard.UnknownWatch _ -> answer(exchange, 404, "there is no such watch");
      case Heard.Refused(String why) -> answer(exchange, 400, why);
    }
  }

  private static Optional<WatchSerial> watch(String path) {
    String[] parts = path.split("/", -1);
    boolean right = parts.length == 4 && parts[1].equals("watches") && parts[3].equals("signals");
    return right && SafeName.isSafe(parts[2])
        ? Optional.of(new WatchSerial(parts[2]))
        : Optional.empty();
  }

  private static void answer(HttpExchange exchange, int status, String sentence)
      throws IOException {
    byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/plain; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
