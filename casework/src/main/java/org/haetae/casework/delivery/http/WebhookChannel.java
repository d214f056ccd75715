package org.haetae.casework.delivery.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;

/**
 * Posts notices as signed JSON. A receiver has taken a notice over when it answers 2xx. Redirects
 * are not followed: they would carry an order's data to somebody else.
 */
public final class WebhookChannel implements Channel {
  private final String name;
  private final WebhookAddress address;
  private final WebhookSignature signature;
  private final Duration limit;
  private final InstantSource clock;
  private final HttpClient client;

  /**
   * @param limit from the first packet to the answer's last
   */
  public WebhookChannel(
      String name,
      WebhookAddress address,
      WebhookSignature signature,
      Duration limit,
      InstantSource clock) {
    this.name = name;
    this.address = address;
    this.signature = signature;
    this.limit = limit;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(limit).build();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Notice notice) throws DeliveryException, InterruptedException {
    address.check();
    byte[] body = NoticeJson.of(notice);
    Instant sent = clock.instant();
    HttpRequest request =
        HttpRequest.newBuilder(address.uri())
            .timeout(limit)
            .header("Content-Type", "application/json")
            .header("X-Haetae-Key", notice.key().toString())
            .header("X-Haetae-Timestamp", Long.toString(sent.getEpochSecond()))
            .header("X-Haetae-Signature", signature.of(sent, body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
      judge(answer.statusCode());
    } catch (HttpConnectTimeoutException e) {
      throw DeliveryException.channel("the receiver can't be reached in time", e);
    } catch (HttpTimeoutException e) {
      throw DeliveryException.channel("the receiver does not answer in time", e);
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
