package org.haetae.casework.delivery.mqtt;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult.Mqtt5Qos1Result;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import javax.net.ssl.SSLException;
import org.haetae.casework.delivery.DeliveryException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a message, in words that repeat neither address nor password. */
final class MqttFault {
  private MqttFault() {}

  /** Ends where the broker did not take the message over for anybody. */
  static void judge(Mqtt5PublishResult result) throws DeliveryException {
    if (result.getError().isPresent()) {
      throw explain(result.getError().get());
    }
    if (result instanceof Mqtt5Qos1Result acknowledged
        && acknowledged.getPubAck().getReasonCode()
            == Mqtt5PubAckReasonCode.NO_MATCHING_SUBSCRIBERS) {
      throw DeliveryException.channel(
          "the broker has nobody who listens to the topic: let the receiver subscribe first");
    }
  }

  static DeliveryException explain(@Nullable Throwable failure) {
    if (failure instanceof Mqtt5PubAckException e) {
      return refused(e.getMqttMessage().getReasonCode());
    }
    if (failure instanceof Mqtt5ConnAckException e) {
      return DeliveryException.channel(
          "the broker refuses the connection (%s): check our user, password and rights there"
              .formatted(e.getMqttMessage().getReasonCode()),
          e);
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SSLException) {
        return DeliveryException.channel(
            "the broker's certificate is not trusted: give its authority's certificate, or mend its"
                + " host's name",
            t);
      }
    }
    String message = "the receiver can't be reached";
    return failure == null
        ? DeliveryException.channel(message)
        : DeliveryException.channel(message, failure);
  }

  private static DeliveryException refused(Mqtt5PubAckReasonCode code) {
    String message = "the broker answers " + code;
    return switch (code) {
      case PAYLOAD_FORMAT_INVALID -> DeliveryException.notice(message);
      case SUCCESS,
          NO_MATCHING_SUBSCRIBERS,
          UNSPECIFIED_ERROR,
          IMPLEMENTATION_SPECIFIC_ERROR,
          NOT_AUTHORIZED,
          TOPIC_NAME_INVALID,
          PACKET_IDENTIFIER_IN_USE,
          QUOTA_EXCEEDED ->
          DeliveryException.channel(message);
    };
  }
}
