package org.haetae.casework.delivery.limit;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.haetae.casework.delivery.DeliveryException;

/**
 * Bounds a whole conversation, its look-up of names and a receiver that trickles included; the time
 * limits of sockets bound one read each. The conversation has a virtual thread of its own, because
 * interrupting one of those closes the socket that it waits on. The caller never waits more than a
 * moment beyond the limit, even where the conversation can't be interrupted (a look-up of a name).
 */
public record TimeLimit(Duration limit) {
  /** For what is broken off to let go of what it holds, lest the next attempt takes hold of it. */
  private static final Duration PARTING = Duration.ofMillis(250);

  public TimeLimit {
    if (!limit.isPositive()) {
      throw new IllegalArgumentException(
          "a channel's time limit is %s: it must be above 0".formatted(limit));
    }
  }

  /** What is said to a receiver. Ends soon when its thread is interrupted. */
  @FunctionalInterface
  public interface Conversation {
    void hold() throws DeliveryException, InterruptedException;
  }

  /** Holds the conversation, or breaks it off at the limit or when the caller is interrupted. */
  public void hold(Conversation conversation) throws DeliveryException, InterruptedException {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              conversation.hold();
              return null;
            });
    Thread thread = Thread.ofVirtual().name("conversation").start(task);
    try {
      task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw DeliveryException.channel("the receiver does not answer in time", e);
    } catch (ExecutionException e) {
      throw rethrown(e);
    } finally {
      if (task.cancel(true)) {
        thread.join(PARTING);
      }
    }
  }

  private static DeliveryException rethrown(ExecutionException failure)
      throws InterruptedException {
    return switch (failure.getCause()) {
      case DeliveryException e -> e;
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> throw new IllegalStateException(failure);
    };
  }
}
