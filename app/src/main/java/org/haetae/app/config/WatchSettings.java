package org.haetae.app.config;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.delivery.mqtt.MqttBroker;
import org.haetae.casework.gateway.http.BearerToken;
import org.haetae.casework.gateway.mqtt.WatchTopics;

/**
 * The gateways that bring what watches say.
 *
 * @param http what one that posts must show; empty where none does
 * @param mqtt the broker at which watches speak; empty where they don't
 */
public record WatchSettings(Optional<BearerToken> http, Optional<Mqtt> mqtt) {
  /** Nobody brings anything. */
  public static final WatchSettings NONE = new WatchSettings(Optional.empty(), Optional.empty());

  /** A broker and where watches speak there. */
  public record Mqtt(MqttBroker broker, WatchTopics topics) {}

  /** As metrics and alarms call them; empty where watches are not heard. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    http.ifPresent(_ -> names.add("http"));
    mqtt.ifPresent(_ -> names.add("mqtt"));
    return names;
  }
}
