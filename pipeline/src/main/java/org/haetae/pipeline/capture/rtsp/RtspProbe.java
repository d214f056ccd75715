package org.haetae.pipeline.capture.rtsp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.haetae.pipeline.capture.address.CameraUrl;
import org.haetae.pipeline.capture.rtsp.ProbeResult.NotRtsp;
import org.haetae.pipeline.capture.rtsp.ProbeResult.Unreachable;

/**
 * Asks a camera what it streams, on the caller's thread and within a time limit that holds for all
 * of it: names, connections, redirects and replies. Any number of threads.
 *
 * <p>A camera whose certificate the JVM's trust store doesn't know is refused with rtsps.
 */
public final class RtspProbe {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final Duration limit;
  private final HostResolver resolver;
  private final SSLSocketFactory tls;
  private final RandomGenerator random;

  RtspProbe(Duration limit, HostResolver resolver, SSLSocketFactory tls, RandomGenerator random) {
    this.limit = limit;
    this.resolver = resolver;
    this.tls = tls;
    this.random = random;
  }

  /** A probe of three seconds. */
  public static RtspProbe standard() {
    return within(LIMIT);
  }

  /**
   * A probe with another limit.
   *
   * @param limit for all of it, more than zero and at most an hour
   */
  public static RtspProbe within(Duration limit) {
    if (!limit.isPositive() || limit.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("a probe's time limit lies between 0 and an hour");
    }
    return new RtspProbe(
        limit,
        HostResolver.system(),
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        new SecureRandom());
  }

  /** Asks; every failure is a result. */
  public ProbeResult probe(CameraUrl url) {
    if (!url.address().scheme().isRtsp()) {
      return new NotRtsp("%s is no address of an RTSP stream".formatted(url));
    }
    Deadline deadline = Deadline.after(limit);
    try {
      return new ProbeRun(url, deadline, resolver, tls, random).run();
    } catch (ProbeEnd end) {
      return end.result();
    } catch (IOException e) {
      return new Unreachable(sentence(e, deadline));
    }
  }

  private String sentence(IOException problem, Deadline deadline) {
    if (deadline.isOver()) {
      return "it doesn't answer within %.1f s".formatted(limit.toMillis() / 1000.0);
    }
    return switch (problem) {
      case UnknownHostException _ -> "its name is unknown to the name server";
      case SocketTimeoutException _ ->
          "it doesn't answer within %.1f s".formatted(limit.toMillis() / 1000.0);
      case ConnectException _ -> "it refuses the connection or isn't on the network";
      case SSLException _ ->
          "no TLS connection can be made with it: its certificate isn't trusted here, or it doesn't"
              + " speak TLS";
      default -> "it breaks off the connection";
    };
  }
}
