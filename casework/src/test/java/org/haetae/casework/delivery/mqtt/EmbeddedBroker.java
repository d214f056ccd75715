package org.haetae.casework.delivery.mqtt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.haetae.casework.delivery.access.TestCertificate;

/** HiveMQ's broker in this process, which writes down what is published before it answers. */
public final class EmbeddedBroker implements AutoCloseable, ExtensionMain {
  /** What was published. */
  record Publication(String topic, String key, long expirySeconds, String payload, int qos) {}

  private final List<Publication> publications = new CopyOnWriteArrayList<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final EmbeddedHiveMQ broker;
  private final int port = freePort();
  private final int tlsPort = freePort();

  public EmbeddedBroker(Path folder, TestCertificate certificate) throws Exception {
    Path configuration = Files.createDirectories(folder.resolve("conf"));
    String password = TestCertificate.PASSWORD;
    Files.writeString(
        configuration.resolve("config.xml"),
        """
        <?xml version="1.0"?>
        <hivemq>
          <listeners>
            <tcp-listener>
              <port>%d</port>
              <bind-address>127.0.0.1</bind-address>
            </tcp-listener>
            <tls-tcp-listener>
              <port>%d</port>
              <bind-address>127.0.0.1</bind-address>
              <tls>
                <keystore>
                  <path>%s</path>
                  <password>%s</password>
                  <private-key-password>%s</private-key-password>
                </keystore>
              </tls>
            </tls-tcp-listener>
          </listeners>
          <persistence><mode>in-memory</mode></persistence>
          <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
        </hivemq>
        """
            .formatted(port, tlsPort, certificate.store(), password, password));
    broker =
        EmbeddedHiveMQ.builder()
            .withConfigurationFolder(configuration)
            .withDataFolder(Files.createDirectories(folder.resolve("data")))
            .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
            .withEmbeddedExtension(
                EmbeddedExtension.builder()
                    .withId("witness")
                    .withName("Witness")
                    .withVersion("1")
                    .withAuthor("test")
                    .withExtensionMain(this)
                    .build())
            .withoutLoggingBootstrap()
            .build();
    broker.start().get(90, TimeUnit.SECONDS);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  int tlsPort() {
    return tlsPort;
  }

  /** Those whose topic begins so. */
  List<Publication> publications(String prefix) {
    return publications.stream().filter(p -> p.topic().startsWith(prefix + "/")).toList();
  }

  /** From now on it has no room for what is published under the prefix. */
  void refuse(String prefix) {
    refused.add(prefix);
  }

  @Override
  public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
    PublishInboundInterceptor witness = this::published;
    Services.initializerRegistry()
        .setClientInitializer((_, context) -> context.addPublishInboundInterceptor(witness));
  }

  @Override
  public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}

  private void published(PublishInboundInput input, PublishInboundOutput output) {
    PublishPacket packet = input.getPublishPacket();
    if (refused.stream().anyMatch(prefix -> packet.getTopic().startsWith(prefix + "/"))) {
      output.preventPublishDelivery(AckReasonCode.QUOTA_EXCEEDED);
      return;
    }
    publications.add(
        new Publication(
            packet.getTopic(),
            packet.getCorrelationData().map(data -> US_ASCII.decode(data) + "").orElse(""),
            packet.getMessageExpiryInterval().orElse(-1L),
            packet.getPayload().map(StandardCharsets.UTF_8::decode).orElseThrow() + "",
            packet.getQos().getQosNumber()));
  }

  @Override
  public void close() {
    try {
      broker.stop().get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
