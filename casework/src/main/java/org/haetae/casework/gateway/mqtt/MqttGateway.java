package org.haetae.casework.gateway.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.haetae.casework.delivery.mqtt.MqttBroker;
import org.haetae.casework.delivery.mqtt.MqttClients;
import org.haetae.casework.gateway.WatchHearing;
import org.haetae.casework.store.StoreException;
import org.haetae.domain.id.WatchSerial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears watches at a broker, which keeps our session for a week: what is said while we are away, or
 * was in hand when the process ended, comes when we are back. A message is acknowledged only when
 * it was kept; while the store refuses, it is tried again for ever and those behind it wait. One
 * that fails otherwise is a fault of ours in reading it, and is given up before it keeps all others
 * from being heard. The connection is made again by itself. Started once, closed once.
 */
public final class MqttGateway implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MqttGateway.class);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  /** Of a message that fails though the store takes what it is given. */
  private static final int MOST_TRIES = 6;

  /** Messages that the broker hands over before the first of them is acknowledged. */
  private static final int IN_HAND = 16;

  /** Bytes of a message with its head; a broker does not even send more. */
  private static final int LARGEST = 16 * 1024;

  private final WatchTopics topics;
  private final WatchHearing hearing;
  private final Consumer<Boolean> connected;
  private final Mqtt5AsyncClient client;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "watches-mqtt"));
  private volatile boolean closing;

  /**
   * @param connected is told, on any thread, whether watches are heard now
   */
  public MqttGateway(
      MqttBroker broker, WatchTopics topics, WatchHearing hearing, Consumer<Boolean> connected) {
    this.topics = topics;
    this.hearing = hearing;
    this.connected = connected;
    this.client =
        MqttClients.begun(broker, CONNECTING)
            .automaticReconnect()
            .initialDelay(500, TimeUnit.MILLISECONDS)
            .maxDelay(30, TimeUnit.SECONDS)
            .applyAutomaticReconnect()
            .addConnectedListener(_ -> subscribe())
            .addDisconnectedListener(_ -> connected.accept(false))
            .buildAsync();
  }

  /** Begins to connect; does not wait. */
  public void start() {
    connected.accept(false);
    // Before the connection: what the broker has kept comes with its first word.
    client.publishes(MqttGlobalPublishFilter.ALL, this::take, thread, true);
    var _ =
        client
            .connectWith()
            .cleanStart(false)
            .sessionExpiryInterval(KEPT.toSeconds())
            .keepAlive(30)
            .restrictions()
            .receiveMaximum(IN_HAND)
            .maximumPacketSize(LARGEST)
            .applyRestrictions()
            .send();
  }

  /** Each time anew: a broker may have lost the session. */
  private void subscribe() {
    var _ =
        client
            .subscribeWith()
            .topicFilter(topics.filter())
            .qos(MqttQos.AT_LEAST_ONCE)
            .send()
            .whenComplete(
                (_, failure) -> {
                  connected.accept(failure == null);
                  if (failure != null && !closing) {
                    LOG.error(
                        "the broker does not let us hear watches: check our rights to the topic");
                  }
                });
  }

  private void take(Mqtt5Publish message) {
    boolean done =
        topics
            .watch(message.getTopic().toString())
            .map(watch -> heard(watch, message.getPayloadAsBytes()))
            .orElse(true);
    if (done) {
      message.acknowledge();
    }
  }

  /** Whether it was kept or need not be; false only where we close. */
  private boolean heard(WatchSerial watch, byte[] message) {
    long pause = FIRST_PAUSE_MILLIS;
    int tries = 0;
    while (!closing) {
      try {
        var _ = hearing.hear(watch, message);
        return true;
      } catch (StoreException e) {
        LOG.error("a signal of a watch waits for the store: {}", e.getMessage());
      } catch (RuntimeException e) {
        // Without its message, which may name the watch.
        LOG.error("a signal of a watch failed: {} at {}", e.getClass().getName(), where(e));
        if (++tries == MOST_TRIES && !closing) {
          LOG.error("a signal of a watch is given up: it fails again and again");
          return true;
        }
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
    return false;
  }

  private static String where(RuntimeException e) {
    return Stream.of(e.getStackTrace()).findFirst().map(StackTraceElement::toString).orElse("?");
  }

  /** What is in hand stays the broker's. */
  @Override
  public void close() {
    closing = true;
    thread.shutdownNow();
    try {
      client.disconnect().get(GOODBYE.toNanos(), TimeUnit.NANOSECONDS);
      if (!thread.awaitTermination(GOODBYE.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.warn("a signal of a watch is still in hand");
      }
    } catch (ExecutionException | TimeoutException _) {
      // It is gone already, or the broker does not answer: either way nothing is left to do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
