package org.haetae.casework.gateway.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.haetae.casework.Waiting;
import org.haetae.casework.delivery.access.TestCertificate;
import org.haetae.casework.delivery.mqtt.EmbeddedBroker;
import org.haetae.casework.gateway.GatewayContract;
import org.haetae.casework.gateway.GatewayPeer;
import org.haetae.casework.gateway.Heard;
import org.haetae.casework.gateway.WatchHearing;
import org.haetae.casework.store.StoreException;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MqttGatewayTest implements GatewayContract {
  private final EmbeddedBroker broker;

  MqttGatewayTest(@TempDir Path folder) throws Exception {
    broker = new EmbeddedBroker(folder, TestCertificate.of(folder, "localhost"));
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Override
  public GatewayPeer peer() throws Exception {
    return new BrokerGateway(broker);
  }

  private static WatchHearing notes(List<String> heard) {
    return (watch, message) -> {
      heard.add(watch + " " + message.length);
      return new Heard.Heartbeat();
    };
  }

  @Test
  void aLostConnectionIsToldAndMadeAgainAndNothingIsLost() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (BrokerGateway peer = new BrokerGateway(broker)) {
      peer.open(notes(heard));
      peer.gate().cut();
      peer.awaitLost();
      peer.say(ONE, new byte[5]);
      peer.awaitConnected();
      Waiting.until("it is heard", () -> heard.contains("W-1 5"));
      assertEquals(1, heard.size());
    }
  }

  @Test
  void aMessageThatAlwaysFailsIsGivenUpUnlessItIsTheStoreThatFails() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    WatchHearing hearing =
        (watch, message) -> {
          notes(heard).hear(watch, message);
          if (message.length == 1) {
            throw new IllegalStateException("a fault of ours");
          }
          if (Collections.frequency(heard, "W-1 2") < 8) {
            throw new StoreException("the disk is full", new IOException("no room"));
          }
          return new Heard.Sos();
        };
    try (BrokerGateway peer = new BrokerGateway(broker)) {
      peer.open(hearing);
      for (int length = 1; length <= 3; length++) {
        peer.say(ONE, new byte[length]);
      }
      Waiting.until("the last is heard", () -> heard.contains("W-1 3"));
      assertEquals(6, Collections.frequency(heard, "W-1 1"));
      assertEquals(8, Collections.frequency(heard, "W-1 2"));
    }
  }

  @Test
  void aTopicThatCanBeNoWatchsHoldsNothingUp() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    try (BrokerGateway peer = new BrokerGateway(broker)) {
      peer.open(notes(heard));
      peer.publish(peer.prefix() + "/no watch/signals", new byte[1]);
      peer.publish(peer.prefix() + "/-/signals", new byte[1]);
      peer.say(ONE, new byte[2]);
      Waiting.until("the watch is heard", () -> !heard.isEmpty());
      assertEquals(List.of("W-1 2"), List.copyOf(heard));
    }
  }

  @Test
  void topicsAreSaidInASentence() {
    WatchTopics topics = new WatchTopics("watches/north");
    assertEquals("watches/north/+/signals", topics.filter());
    assertEquals(Optional.of(new WatchSerial("W-1")), topics.watch("watches/north/W-1/signals"));
    for (String other :
        List.of(
            "watches/north/signals",
            "watches/north//signals",
            "watches/north/a/b/signals",
            "watches/north/W-1/other",
            "watches/south/W-1/signals")) {
      assertEquals(Optional.empty(), topics.watch(other), other);
    }
    for (String wrong : List.of("", "/watches", "watches/", "wat+ches", "#", "$SYS")) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> new WatchTopics(wrong));
      assertTrue(String.valueOf(refusal.getMessage()).contains("for example"));
    }
  }
}
