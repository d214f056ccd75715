package org.haetae.casework.delivery.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.limit.TimeLimit;

/**
 * Posts signed bodies to one receiver. It has taken a body over when it answers 2xx. Redirects are
 * not followed, and no proxy is asked: both would carry an order's data to somebody else. Safe for
 * many threads.
 */
public final class HttpSender implements AutoCloseable {
  private final WebhookAddress address;
  private final WebhookSignature signature;
  private static final int LONGEST_ANSWER = 4096;

  private final TimeLimit limit;
  private final InstantSource clock;
  private final HttpClient client;

  /**
   * @param limit from the first packet to the answer's last
   */
  public HttpSender(
      WebhookAddress address, WebhookSignature signature, Duration limit, InstantSource clock) {
    this.address = address;
    this.signature = signature;
    this.limit = new TimeLimit(limit);
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  /**
   * Posts once.
   *
   * @param key the same for every attempt at the same notice
   */
  public void post(UUID key, String contentType, byte[] body)
      throws DeliveryException, InterruptedException {
    limit.hold(
        () -> {
          address.check();
          judge(exchange(request(key, contentType, body), BodyHandlers.discarding()).statusCode());
        });
  }

  /**
   * Posts once and reads the answer.
   *
   * @param key the same however often the same is asked
   * @return at most {@value #LONGEST_ANSWER} bytes as UTF-8
   */
  public String ask(UUID key, String contentType, byte[] body)
      throws DeliveryException, InterruptedException {
    AtomicReference<String> answer = new AtomicReference<>("");
    limit.hold(
        () -> {
          address.check();
          HttpResponse<String> response =
              exchange(
                  request(key, contentType, body),
                  BodyHandlers.limiting(
                      BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
          judge(response.statusCode());
          answer.set(response.body());
        });
    return answer.get();
  }

  private HttpRequest request(UUID key, String contentType, byte[] body) {
    Instant sent = clock.instant();
    return HttpRequest.newBuilder(address.uri())
        .header("Content-Type", contentType)
        .header("X-Haetae-Key", key.toString())
        .header("X-Haetae-Timestamp", Long.toString(sent.getEpochSecond()))
        .header("X-Haetae-Signature", signature.of(sent, body))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler)
      throws DeliveryException, InterruptedException {
    try {
      return client.send(request, handler);
    } catch (SSLException e) {
      throw DeliveryException.channel(
          "the receiver's certificate is not trusted or it speaks no TLS: check its certificate and"
              + " the host in its address",
          e);
    } catch (IOException e) {
      throw DeliveryException.channel("the receiver can't be reached", e);
    }
  }

  private static void judge(int status) throws DeliveryException {
    if (status / 100 == 2) {
      return;
    }
    String message = "the receiver answers " + status;
    throw switch (status) {
      case 400, 413, 415, 422 -> DeliveryException.notice(message);
      default -> DeliveryException.channel(message);
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
