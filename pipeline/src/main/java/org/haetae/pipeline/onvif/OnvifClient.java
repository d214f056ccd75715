package org.haetae.pipeline.onvif;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.haetae.pipeline.capture.address.CameraUrl;

/** Asks cameras for their streams. Any number of threads; close it to end its own. */
public final class OnvifClient implements AutoCloseable {
  private final HttpClient http;
  private final Duration limit;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param limit for each answer of a device; a look-up takes three answers and one a stream
   */
  public OnvifClient(Duration limit, InstantSource clock) {
    this(limit, clock, new SecureRandom());
  }

  OnvifClient(Duration limit, InstantSource clock, RandomGenerator random) {
    this.limit = limit;
    this.clock = clock;
    this.random = random;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(limit)
            .build();
  }

  /**
   * The streams of a camera, in its own order.
   *
   * @param device its device service; the standard path is taken where the address has none
   * @throws OnvifException in one sentence when they can't be had
   */
  public List<StreamOffer> streams(CameraUrl device) {
    if (device.address().scheme().isRtsp()) {
      throw OnvifException.because(
          "a device service is asked by http:// or https://, such as http://192.0.2.7");
    }
    return new StreamLookup(device, new DeviceCall(http, limit), clock, random).offers();
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
