package org.haetae.app.config;

import java.time.Duration;
import org.haetae.casework.delivery.cap.CapSource;
import org.haetae.casework.delivery.http.WebhookAddress;
import org.haetae.casework.delivery.http.WebhookSignature;
import org.haetae.casework.delivery.mail.MailEnvelope;
import org.haetae.casework.delivery.mail.MailServer;
import org.haetae.casework.delivery.mqtt.MqttBroker;
import org.haetae.casework.delivery.mqtt.MqttMessages;
import org.haetae.casework.delivery.text.ProtectedPersonText;

/** A way out of the house by which tiers are told, as a site describes it. */
public sealed interface ChannelSettings {
  /** By which tiers name it. */
  String name();

  /** The longest that one delivery may take. */
  Duration limit();

  /**
   * A receiver of signed posts.
   *
   * @param signature made with the key that the receiver has too
   */
  record Receiver(WebhookAddress address, WebhookSignature signature) {}

  /** Signed JSON. */
  record Webhook(String name, Receiver receiver, Duration limit) implements ChannelSettings {}

  /** Signed CAP 1.2 documents. */
  record Cap(String name, Receiver receiver, CapSource source, Duration limit)
      implements ChannelSettings {}

  /** The protected person's own notice, by way of a gateway. */
  record Person(String name, Receiver receiver, ProtectedPersonText text, Duration limit)
      implements ChannelSettings {}

  /** Messages at an MQTT 5 broker. */
  record Mqtt(String name, MqttBroker broker, MqttMessages messages, Duration limit)
      implements ChannelSettings {}

  /** Mail. */
  record Mail(String name, MailServer server, MailEnvelope envelope, Duration limit)
      implements ChannelSettings {}
}
