package org.haetae.pipeline.onvif;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haetae.pipeline.capture.address.StreamAddress;

/**
 * The one question of WS-Discovery (April 2005, the version that ONVIF uses) and its answers.
 *
 * @param id a URN that answers relate to
 */
record ProbeMessage(String id) {
  private static final String NAME_SCOPE = "onvif://www.onvif.org/name/";
  private static final int MOST_SERVICES = 8;

  byte[] bytes() {
    return Soap.envelope(
        """
        <a:MessageID xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing">%s</a:MessageID>\
        <a:To xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing">\
        urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To>\
        <a:Action xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing">\
        http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</a:Action>\
        """
            .formatted(id),
        """
        <d:Probe xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery">\
        <d:Types xmlns:dn="http://www.onvif.org/ver10/network/wsdl">dn:NetworkVideoTransmitter</d:Types>\
        </d:Probe>\
        """);
  }

  /** The devices that one datagram tells of; none when it answers another question. */
  List<Discovered> matches(XmlElement envelope, String sender) {
    if (!envelope.textAt("Header", "RelatesTo").equals(id)) {
      return List.of();
    }
    return envelope.at("Body", "ProbeMatches").stream()
        .flatMap(matches -> matches.all("ProbeMatch"))
        .map(match -> new Discovered(sender, services(match), name(match)))
        .filter(found -> !found.services().isEmpty())
        .toList();
  }

  private static List<StreamAddress> services(XmlElement match) {
    List<StreamAddress> services = new ArrayList<>();
    words(match.textAt("XAddrs"))
        .limit(MOST_SERVICES)
        .forEach(
            word -> {
              try {
                services.add(StreamAddress.parse(word));
              } catch (IllegalArgumentException e) {
                // Devices name link-local addresses with zones and worse; the others may do.
              }
            });
    services.removeIf(service -> service.scheme().isRtsp());
    return services;
  }

  private static String name(XmlElement match) {
    return words(match.textAt("Scopes"))
        .filter(scope -> scope.startsWith(NAME_SCOPE))
        .findFirst()
        .flatMap(scope -> decoded(scope.substring(NAME_SCOPE.length())))
        .map(PlainText::of)
        .orElse("");
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.of(text);
    }
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split("\\s+", -1)).filter(word -> !word.isEmpty());
  }
}
