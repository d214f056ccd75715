package org.haetae.pipeline.capture.rtsp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One whole reply of a server.
 *
 * @param headers by name in lower case
 */
record RtspReply(int status, Map<String, List<String>> headers, String body) {
  RtspReply {
    headers = Map.copyOf(headers);
  }

  List<String> all(String header) {
    return headers.getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
  }

  Optional<String> first(String header) {
    return all(header).stream().findFirst();
  }

  boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }
}
