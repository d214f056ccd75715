package org.haetae.pipeline.capture.address;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a stream is asked for. */
public enum StreamScheme {
  RTSP(554, false),
  RTSPS(322, true),
  HTTP(80, false),
  HTTPS(443, true);

  private final int defaultPort;
  private final boolean encrypted;

  StreamScheme(int defaultPort, boolean encrypted) {
    this.defaultPort = defaultPort;
    this.encrypted = encrypted;
  }

  /** The port that IANA registered for it. */
  public int defaultPort() {
    return defaultPort;
  }

  /** Whether TLS lies beneath it. */
  public boolean encrypted() {
    return encrypted;
  }

  /** Whether RTSP is spoken. */
  public boolean isRtsp() {
    return this == RTSP || this == RTSPS;
  }

  /** By its name in any case. */
  static Optional<StreamScheme> named(String name) {
    return Stream.of(values()).filter(s -> s.text().equalsIgnoreCase(name)).findFirst();
  }

  /** As it stands in a URL. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
