package org.haetae.casework.delivery.mqtt;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import io.reactivex.schedulers.Schedulers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.haetae.casework.delivery.access.Login;
import org.haetae.casework.delivery.access.Trust;

/** Makes clients. */
public final class MqttClients {
  private MqttClients() {}

  /**
   * A client for one connection: no session is kept, none is made again.
   *
   * @param limit the channel's
   */
  static Mqtt5AsyncClient of(MqttBroker broker, Duration limit) {
    return begun(broker, limit).buildAsync();
  }

  /**
   * A client that knows the broker and who we are there.
   *
   * @param limit for the making of a connection, doubled
   */
  public static Mqtt5ClientBuilder begun(MqttBroker broker, Duration limit) {
    return Mqtt5Client.builder()
        .identifier(broker.client())
        .transportConfig(transport(broker, limit))
        .executorConfig(executor())
        .simpleAuth(broker.login().map(MqttClients::login).orElse(null));
  }

  private static Mqtt5SimpleAuth login(Login login) {
    return Mqtt5SimpleAuth.builder()
        .username(login.user())
        .password(login.password().reveal().getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static MqttClientTransportConfig transport(MqttBroker broker, Duration limit) {
    // Behind the channel's own limit: it ends a connection whose maker was broken off.
    long millis = limit.multipliedBy(2).toMillis();
    return MqttClientTransportConfig.builder()
        .serverHost(broker.host())
        .serverPort(broker.port())
        .socketConnectTimeout(millis, TimeUnit.MILLISECONDS)
        .mqttConnectTimeout(millis, TimeUnit.MILLISECONDS)
        .sslConfig(broker.trust().map(trust -> tls(trust, millis)).orElse(null))
        .build();
  }

  /** The client checks the broker's host name where it is given no check of its own. */
  private static MqttClientSslConfig tls(Trust trust, long millis) {
    return MqttClientSslConfig.builder()
        .trustManagerFactory(trust.factory())
        .handshakeTimeout(millis, TimeUnit.MILLISECONDS)
        .build();
  }

  /** Answers are passed on where they come in, so that no pool outlives the connections. */
  private static MqttClientExecutorConfig executor() {
    return MqttClientExecutorConfig.builder()
        .nettyThreads(1)
        .applicationScheduler(Schedulers.trampoline())
        .build();
  }
}
