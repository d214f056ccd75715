package org.haetae.pipeline.capture.rtsp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Tells from the first bytes of an answer whether it is RTSP, and what it is instead. */
final class ProtocolSniffer {
  private static final String RTSP = "RTSP/";

  private final StringBuilder start = new StringBuilder();

  /** One sentence as soon as it is clear that this is something else. */
  Optional<String> other(byte[] bytes, int length) {
    if (start.length() >= RTSP.length()) {
      return Optional.empty();
    }
    int wanted = Math.min(length, RTSP.length() - start.length());
    start.append(new String(bytes, 0, wanted, StandardCharsets.ISO_8859_1));
    String seen = start.toString().toUpperCase(Locale.ROOT);
    if (RTSP.startsWith(seen)) {
      return Optional.empty();
    }
    if (seen.startsWith("HTTP") || "HTTP".startsWith(seen)) {
      return Optional.of("a web server answers there, not a camera's stream: check the port");
    }
    if (seen.stripLeading().startsWith("<")) {
      return Optional.of("it sends HTML or XML instead of RTSP: check the port");
    }
    if (seen.startsWith("SSH")) {
      return Optional.of("an SSH server answers there: check the port");
    }
    if (seen.charAt(0) == 0x15 || seen.charAt(0) == 0x16) {
      return Optional.of("it speaks TLS: write rtsps:// instead of rtsp://");
    }
    return Optional.of("what it sends is no RTSP");
  }

  boolean hasBegun() {
    return !start.isEmpty();
  }
}
