package org.haetae.pipeline.onvif;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.haetae.pipeline.capture.address.StreamAddress;
import org.haetae.pipeline.capture.auth.Authenticator;

/** Posts one envelope and takes the answer, within limits of time and size. */
final class DeviceCall {
  private final HttpClient http;
  private final Duration limit;
  private final XmlReader xml = new XmlReader();

  /**
   * @param limit for a whole answer, not for its head alone
   */
  DeviceCall(HttpClient http, Duration limit) {
    this.http = http;
    this.limit = limit;
  }

  /**
   * Posts {@code envelope}; when the device asks by HTTP instead of SOAP who we are, it is told.
   *
   * @throws OnvifException in one sentence
   */
  XmlElement post(StreamAddress service, byte[] envelope, Optional<Authenticator> authenticator) {
    URI uri = uri(service);
    String path = Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    while (true) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri)
              .timeout(limit)
              .header("Content-Type", "application/soap+xml; charset=utf-8")
              .POST(HttpRequest.BodyPublishers.ofByteArray(envelope));
      authenticator
          .flatMap(known -> known.authorization("POST", path))
          .ifPresent(value -> request.header("Authorization", value));
      HttpResponse<byte[]> response = send(request.build());
      if (response.statusCode() == 401
          && authenticator.isPresent()
          && authenticator.get().takeUp(response.headers().allValues("WWW-Authenticate"))) {
        continue;
      }
      return content(response);
    }
  }

  /** Refuses what the JDK's client can't ask, such as a host with an underscore. */
  private static URI uri(StreamAddress service) {
    try {
      return HttpRequest.newBuilder(URI.create(service.forTheCamera())).build().uri();
    } catch (IllegalArgumentException e) {
      throw OnvifException.because(
          "the address of the device's service is none that can be asked by HTTP: give its IP"
              + " address, with %-signs for odd characters of the path");
    }
  }

  private XmlElement content(HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 401 || status == 403) {
      throw OnvifException.passwordRefused("the device refuses the user or the password");
    }
    if (status >= 300 && status < 400) {
      throw OnvifException.because("the device redirects, which is not followed");
    }
    if (status == 404) {
      throw OnvifException.because("the device has no ONVIF service at this path (404)");
    }
    // A fault comes with 400 or 500 and says more than the number.
    return Soap.body(xml.read(response.body()));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), XmlReader.MOST_BYTES));
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw OnvifException.because(tooLate());
    } catch (ExecutionException e) {
      throw OnvifException.because(sentence(Optional.ofNullable(e.getCause()).orElse(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw OnvifException.because("the question was interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  private String sentence(Throwable problem) {
    return switch (problem) {
      case HttpTimeoutException _ -> tooLate();
      case ConnectException _ -> "the device refuses the connection or isn't on the network";
      case SSLException _ -> "the device's certificate isn't trusted here";
      case IOException e when String.valueOf(e.getMessage()).contains("capacity") ->
          "the device's answer is longer than 1 MiB";
      default -> "the device doesn't speak HTTP, or breaks off the connection";
    };
  }

  private String tooLate() {
    return "the device doesn't answer within %.1f s".formatted(limit.toMillis() / 1000.0);
  }
}
