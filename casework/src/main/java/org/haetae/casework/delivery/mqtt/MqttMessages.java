package org.haetae.casework.delivery.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PayloadFormatIndicator;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.json.NoticeJson;

/**
 * Notices as messages: a topic for each queue ({@code PREFIX/threat}, {@code PREFIX/technical},
 * {@code PREFIX/canary}), the webhook's JSON as payload, the key as correlation data, QoS 1, not
 * retained: an old alert must not greet who subscribes later.
 *
 * @param prefix of the topics, for example {@code haetae/north-station}
 * @param expiry after which a broker throws away what nobody fetched, in whole seconds, 1 at least
 */
public record MqttMessages(String prefix, Duration expiry) {
  public MqttMessages {
    if (!prefix.matches("[^\\p{Cntrl}+#$/][^\\p{Cntrl}+#]{0,199}") || prefix.endsWith("/")) {
      throw new IllegalArgumentException(
          "an MQTT topic's beginning has 1 to 200 characters, no + and no #, no $ in front and no"
              + " slash at either end: for example haetae/north-station");
    }
    if (expiry.toSeconds() < 1 || expiry.toSeconds() > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException("an MQTT message expires after 1 second at least");
    }
  }

  Mqtt5Publish of(Notice notice) {
    return Mqtt5Publish.builder()
        .topic(prefix + "/" + notice.queue().name().toLowerCase(Locale.ROOT))
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(NoticeJson.of(notice))
        .payloadFormatIndicator(Mqtt5PayloadFormatIndicator.UTF_8)
        .contentType("application/json")
        .messageExpiryInterval(expiry.toSeconds())
        .correlationData(notice.key().toString().getBytes(StandardCharsets.US_ASCII))
        .build();
  }
}
