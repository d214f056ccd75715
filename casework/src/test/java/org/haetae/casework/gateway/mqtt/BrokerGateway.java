package org.haetae.casework.gateway.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.haetae.casework.Waiting;
import org.haetae.casework.delivery.Gate;
import org.haetae.casework.delivery.mqtt.EmbeddedBroker;
import org.haetae.casework.delivery.mqtt.MqttBroker;
import org.haetae.casework.gateway.GatewayPeer;
import org.haetae.casework.gateway.WatchHearing;
import org.haetae.domain.id.WatchSerial;
import org.jspecify.annotations.Nullable;

/** Watches that publish at a broker, and our end behind a gate. */
final class BrokerGateway implements GatewayPeer {
  private final String client = "haetae-" + UUID.randomUUID();
  private final WatchTopics topics = new WatchTopics("watches/" + UUID.randomUUID());
  private final List<Boolean> connections = new CopyOnWriteArrayList<>();
  private final Gate gate;
  private final Mqtt5AsyncClient watches;
  private @Nullable MqttGateway gateway;

  BrokerGateway(EmbeddedBroker broker) throws Exception {
    gate = new Gate(broker.port());
    watches = Mqtt5Client.builder().serverHost("127.0.0.1").serverPort(broker.port()).buildAsync();
    watches.connect().get(20, TimeUnit.SECONDS);
  }

  @Override
  public void open(WatchHearing hearing) throws InterruptedException {
    connections.clear();
    MqttBroker behind =
        new MqttBroker("127.0.0.1", gate.port(), client, Optional.empty(), Optional.empty());
    MqttGateway made = new MqttGateway(behind, topics, hearing, connections::add);
    gateway = made;
    made.start();
    awaitConnected();
  }

  void awaitConnected() throws InterruptedException {
    Waiting.until("watches are heard", () -> !connections.isEmpty() && connections.getLast());
  }

  void awaitLost() throws InterruptedException {
    Waiting.until("the connection is lost", () -> !connections.getLast());
  }

  Gate gate() {
    return gate;
  }

  @Override
  public void shut() {
    MqttGateway open = gateway;
    gateway = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void say(WatchSerial watch, byte[] message) throws Exception {
    publish(topics.prefix() + "/" + watch + "/signals", message);
  }

  void publish(String topic, byte[] message) throws Exception {
    watches
        .publishWith()
        .topic(topic)
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(message)
        .send()
        .get(20, TimeUnit.SECONDS);
  }

  String prefix() {
    return topics.prefix();
  }

  @Override
  public void close() {
    shut();
    var _ = watches.disconnect();
    gate.close();
  }
}
