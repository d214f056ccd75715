package org.haetae.casework.delivery.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.haetae.casework.Waiting;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.ChannelContract;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Peer;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.delivery.access.TestCertificate;
import org.haetae.casework.delivery.access.Trust;
import org.haetae.casework.delivery.json.NoticeJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MqttContractTest implements ChannelContract {
  private final Path folder;
  private final TestCertificate certificate;
  private final EmbeddedBroker broker;

  MqttContractTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    this.certificate = TestCertificate.of(folder, "localhost");
    this.broker = new EmbeddedBroker(folder, certificate);
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Override
  public Peer peer() throws Exception {
    return new BrokerPeer(broker);
  }

  @Test
  void eachQueueHasItsTopicAndSubscribersGetTheWebhooksJson() throws Exception {
    try (BrokerPeer peer = new BrokerPeer(broker);
        Channel channel = peer.channel(AMPLE)) {
      Notice threat = SampleNotices.threat();
      channel.send(threat);
      channel.send(SampleNotices.technical(false));
      channel.send(SampleNotices.canary());
      Waiting.until("the subscriber has all", () -> peer.heard().size() == 3);
      assertEquals(
          Stream.of("threat", "technical", "canary").map(q -> peer.prefix() + "/" + q).toList(),
          peer.heard());
      EmbeddedBroker.Publication first = peer.publications().getFirst();
      assertEquals(new String(NoticeJson.of(threat), StandardCharsets.UTF_8), first.payload());
      assertEquals(1, first.qos());
      assertEquals(120, first.expirySeconds());
    }
  }

  @Test
  void aConnectionThatCarriesNothingIsGivenUpForANewOne() throws Exception {
    try (BrokerPeer peer = new BrokerPeer(broker);
        Channel channel = peer.channel(Duration.ofSeconds(2))) {
      channel.send(SampleNotices.threat());
      peer.gate().swallow();
      assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
      peer.gate().pass();
      Notice after = SampleNotices.threat();
      channel.send(after);
      assertEquals(after.key().toString(), peer.keys().getLast());
    }
  }

  @Test
  void manySendersShareOneConnection() throws Exception {
    try (BrokerPeer peer = new BrokerPeer(broker);
        Channel channel = peer.channel(AMPLE);
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Notice> notices =
          Stream.generate(() -> (Notice) SampleNotices.threat()).limit(50).toList();
      List<Callable<Void>> sends =
          notices.stream()
              .map(
                  notice ->
                      (Callable<Void>)
                          () -> {
                            channel.send(notice);
                            return null;
                          })
              .toList();
      for (Future<Void> sent : senders.invokeAll(sends)) {
        sent.get();
      }
      Set<String> keys = new HashSet<>(peer.keys());
      assertEquals(50, keys.size());
      assertEquals(50, peer.keys().size());
    }
  }

  @Test
  void whereNobodyListensNobodyWasTold() throws Exception {
    MqttBroker direct =
        new MqttBroker("127.0.0.1", broker.port(), "alone", Optional.empty(), Optional.empty());
    try (Channel channel =
        new MqttChannel("mqtt", direct, new MqttMessages("nobody", Duration.ofMinutes(1)), AMPLE)) {
      DeliveryException refusal =
          assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
      assertTrue(String.valueOf(refusal.getMessage()).contains("nobody who listens"));
    }
  }

  private Channel overTls(String host, Trust trust, String prefix) {
    MqttBroker secure =
        new MqttBroker(host, broker.tlsPort(), "secure", Optional.of(trust), Optional.empty());
    return new MqttChannel("mqtt", secure, new MqttMessages(prefix, Duration.ofMinutes(1)), AMPLE);
  }

  @Test
  void deliversOverTls() throws Exception {
    try (BrokerPeer peer = new BrokerPeer(broker);
        Channel channel = overTls("localhost", Trust.only(certificate.pem()), peer.prefix())) {
      channel.send(SampleNotices.canary());
      assertEquals(List.of(SampleNotices.canary().key().toString()), peer.keys());
    }
  }

  @Test
  void aWrongCertificateIsSaidAndNothingIsSent() throws Exception {
    Trust trusted = Trust.only(certificate.pem());
    Trust other = Trust.only(TestCertificate.of(folder, "other.example").pem());
    try (BrokerPeer peer = new BrokerPeer(broker);
        Channel untrusted = overTls("localhost", other, peer.prefix());
        Channel elsewhere = overTls("127.0.0.1", trusted, peer.prefix())) {
      for (Channel channel : List.of(untrusted, elsewhere)) {
        DeliveryException refusal =
            assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
        assertEquals(
            "the broker's certificate is not trusted: give its authority's certificate, or mend its"
                + " host's name",
            refusal.getMessage());
      }
      assertTrue(peer.keys().isEmpty());
    }
  }
}
