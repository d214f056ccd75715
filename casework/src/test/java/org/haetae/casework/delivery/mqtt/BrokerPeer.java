package org.haetae.casework.delivery.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.Gate;
import org.haetae.casework.delivery.Peer;

/** A broker behind a gate, with a subscriber of its own to topics of its own. */
final class BrokerPeer implements Peer {
  private final String prefix = "haetae/" + UUID.randomUUID();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<Channel> channels = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("subscriber").factory());
  private final EmbeddedBroker broker;
  private final Gate gate;
  private final Mqtt5AsyncClient subscriber;

  BrokerPeer(EmbeddedBroker broker) throws Exception {
    this.broker = broker;
    this.gate = new Gate(broker.port());
    this.subscriber =
        Mqtt5Client.builder()
            .serverHost("127.0.0.1")
            .serverPort(broker.port())
            // Without threads of its own it would keep those alive that channels have to release.
            .executorConfig()
            .nettyExecutor(threads)
            .nettyThreads(1)
            .applyExecutorConfig()
            .buildAsync();
    subscriber.connect().get(20, TimeUnit.SECONDS);
    subscriber
        .subscribeWith()
        .topicFilter(prefix + "/#")
        .qos(MqttQos.AT_LEAST_ONCE)
        .callback(publish -> heard.add(publish.getTopic().toString()))
        .send()
        .get(20, TimeUnit.SECONDS);
  }

  @Override
  public Channel channel(Duration limit) {
    MqttBroker behind =
        new MqttBroker(
            "127.0.0.1",
            gate.port(),
            "haetae-" + channels.size(),
            Optional.empty(),
            Optional.empty());
    Channel made =
        new MqttChannel("mqtt", behind, new MqttMessages(prefix, Duration.ofMinutes(2)), limit);
    channels.add(made);
    return made;
  }

  List<EmbeddedBroker.Publication> publications() {
    return broker.publications(prefix);
  }

  /** Topics of what the subscriber got. */
  List<String> heard() {
    return heard;
  }

  Gate gate() {
    return gate;
  }

  String prefix() {
    return prefix;
  }

  @Override
  public List<String> keys() {
    return publications().stream().map(EmbeddedBroker.Publication::key).toList();
  }

  @Override
  public void refuse() {
    broker.refuse(prefix);
  }

  @Override
  public void hang() {
    gate.swallow();
  }

  @Override
  public void leave() {
    gate.close();
  }

  @Override
  public boolean owns(String thread) {
    return thread.startsWith("hivemq-")
        || thread.startsWith("ssl-context-")
        || thread.equals("subscriber");
  }

  @Override
  public void close() {
    gate.close();
    subscriber.disconnect().join();
    threads.shutdown();
  }
}
