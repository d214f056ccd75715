package org.haetae.app.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.casework.gateway.http.BearerToken;
import org.haetae.casework.gateway.mqtt.WatchTopics;

/** Reads which gateways bring what watches say. No token is repeated in a problem. */
final class WatchesReader {
  /** Of two clients with one name a broker ends the older, so it is not that of the channels. */
  private static final String CLIENT = "haetae-watches";

  private final ReceiverKeys keys;
  private final ChannelsReader channels;

  WatchesReader(Path folder) {
    keys = new ReceiverKeys(folder);
    channels = new ChannelsReader(folder);
  }

  WatchSettings read(YamlMap casework) {
    YamlMap map = casework.map("watches", "watches", "http", "mqtt");
    if (casework.has("watches") && !map.has("http") && !map.has("mqtt")) {
      map.said("watches need a gateway that brings what they say: http, mqtt or both");
    }
    return new WatchSettings(
        map.has("http") ? http(map) : Optional.empty(),
        map.has("mqtt") ? mqtt(map) : Optional.empty());
  }

  private Optional<BearerToken> http(YamlMap map) {
    YamlMap http = map.map("http", "the gateway by HTTP", "token-file");
    return http.required("token-file", Optional.empty(), file -> Optional.of(keys.token(file)));
  }

  private Optional<WatchSettings.Mqtt> mqtt(YamlMap map) {
    YamlMap mqtt =
        map.map(
            "mqtt",
            "the broker of the watches",
            "host",
            "port",
            "client",
            "tls",
            "trust-file",
            "user",
            "password-file",
            "topic");
    String topic = mqtt.required("topic", "watches/nowhere", Function.identity());
    Optional<WatchTopics> topics = mqtt.build(() -> new WatchTopics(topic));
    return channels
        .broker(mqtt, CLIENT)
        .flatMap(broker -> topics.map(where -> new WatchSettings.Mqtt(broker, where)));
  }
}
