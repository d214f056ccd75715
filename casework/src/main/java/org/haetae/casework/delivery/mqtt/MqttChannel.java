package org.haetae.casework.delivery.mqtt;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.limit.TimeLimit;

/**
 * Publishes notices at a broker. It is taken over when the broker acknowledges it and does not say
 * that nobody listens. Each send tries once; trying again is the courier's.
 */
public final class MqttChannel implements Channel {
  private final String name;
  private final MqttMessages messages;
  private final TimeLimit limit;
  private final MqttConnection connection;

  /**
   * @param limit for one message, the connection's making included
   */
  public MqttChannel(String name, MqttBroker broker, MqttMessages messages, Duration limit) {
    this.name = name;
    this.messages = messages;
    this.limit = new TimeLimit(limit);
    this.connection = new MqttConnection(broker, limit);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Notice notice) throws DeliveryException, InterruptedException {
    Mqtt5Publish message = messages.of(notice);
    limit.hold(() -> connection.publish(message));
  }

  @Override
  public void close() {
    connection.close();
  }
}
