package org.haetae.casework.delivery.mqtt;

import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.casework.delivery.DeliveryException;
import org.jspecify.annotations.Nullable;

/**
 * One connection that all senders share, made by whoever finds none. What failed or was broken off
 * ends it, since nobody can tell whether it still carries: the next sender makes a new one. The
 * client never reconnects by itself and remembers no message; both are the outbox's and couriers'.
 */
final class MqttConnection implements AutoCloseable {
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final MqttBroker broker;
  private final Duration limit;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Mqtt5AsyncClient client;
  private boolean closed;

  /**
   * @param limit the channel's
   */
  MqttConnection(MqttBroker broker, Duration limit) {
    this.broker = broker;
    this.limit = limit;
  }

  void publish(Mqtt5Publish message) throws DeliveryException, InterruptedException {
    Mqtt5AsyncClient open = connected();
    boolean answered = false;
    try {
      Mqtt5PublishResult result = await(open.publish(message));
      answered = true;
      MqttFault.judge(result);
    } finally {
      if (!answered) {
        drop(open);
      }
    }
  }

  private Mqtt5AsyncClient connected() throws DeliveryException, InterruptedException {
    lock.lockInterruptibly();
    try {
      if (closed) {
        throw DeliveryException.channel("the channel is closed");
      }
      Mqtt5AsyncClient known = client;
      if (known != null && known.getState().isConnected()) {
        return known;
      }
      Mqtt5AsyncClient made = MqttClients.of(broker, limit);
      // A connection that is still being made when its maker is broken off ends soon after the
      // limit.
      await(made.connect());
      client = made;
      return made;
    } finally {
      lock.unlock();
    }
  }

  private static <T> T await(CompletableFuture<T> answer)
      throws DeliveryException, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw MqttFault.explain(e.getCause());
    }
  }

  private void drop(Mqtt5AsyncClient broken) {
    lock.lock();
    try {
      if (broken.equals(client)) {
        client = null;
      }
    } finally {
      lock.unlock();
    }
    // Fails where it is gone already, which is what is wanted.
    var _ = broken.disconnect();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      Mqtt5AsyncClient last = client;
      client = null;
      if (last != null) {
        last.disconnect().get(GOODBYE.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (ExecutionException | TimeoutException _) {
      // It is gone already, or the broker does not answer: either way nothing is left to do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
