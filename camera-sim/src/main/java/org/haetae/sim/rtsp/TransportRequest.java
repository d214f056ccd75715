package org.haetae.sim.rtsp;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A transport that a client proposes and this server has: RFC 2326, 12.39. */
sealed interface TransportRequest {
  Pattern INTERLEAVED = Pattern.compile("interleaved=(\\d{1,3})(?:-(\\d{1,3}))?");
  Pattern CLIENT_PORT = Pattern.compile("client_port=(\\d{1,5})(?:-(\\d{1,5}))?");

  /** Packets on channels {@code channel} and {@code channel + 1} of the connection. */
  record Tcp(int channel) implements TransportRequest {}

  /** Packets to two ports of the client. */
  record Udp(int mediaPort, int controlPort) implements TransportRequest {}

  /** The first proposal that can be met. */
  static Optional<TransportRequest> read(String header) {
    for (String proposal : header.split(",", 16)) {
      Optional<TransportRequest> request = one(proposal.strip());
      if (request.isPresent()) {
        return request;
      }
    }
    return Optional.empty();
  }

  private static Optional<TransportRequest> one(String proposal) {
    String lower = proposal.toLowerCase(Locale.ROOT);
    if (lower.contains("multicast") || lower.contains("mode=record")) {
      return Optional.empty();
    }
    String profile = lower.split(";", 2)[0].strip();
    return switch (profile) {
      case "rtp/avp/tcp" -> tcp(lower);
      case "rtp/avp", "rtp/avp/udp" -> udp(lower);
      default -> Optional.empty();
    };
  }

  private static Optional<TransportRequest> tcp(String proposal) {
    Matcher matcher = INTERLEAVED.matcher(proposal);
    int channel = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    return channel > 254 ? Optional.empty() : Optional.of(new Tcp(channel));
  }

  private static Optional<TransportRequest> udp(String proposal) {
    Matcher matcher = CLIENT_PORT.matcher(proposal);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int media = Integer.parseInt(matcher.group(1));
    int control = matcher.group(2) == null ? media + 1 : Integer.parseInt(matcher.group(2));
    boolean real = media > 0 && media < 65_536 && control > 0 && control < 65_536;
    return real ? Optional.of(new Udp(media, control)) : Optional.empty();
  }
}
