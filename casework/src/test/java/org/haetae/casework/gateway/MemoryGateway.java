package org.haetae.casework.gateway;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Consumer;
import org.haetae.domain.id.WatchSerial;
import org.jspecify.annotations.Nullable;

/** A gateway in memory that brings each message until it was taken over. */
public final class MemoryGateway implements GatewayPeer {
  private final BlockingDeque<Consumer<WatchHearing>> waiting = new LinkedBlockingDeque<>();
  private @Nullable Thread bringer;

  @Override
  public void open(WatchHearing hearing) {
    bringer = Thread.ofVirtual().start(() -> bring(hearing));
  }

  private void bring(WatchHearing hearing) {
    try {
      while (true) {
        Consumer<WatchHearing> next = waiting.take();
        try {
          next.accept(hearing);
        } catch (RuntimeException e) {
          waiting.addFirst(next);
          if (Thread.currentThread().isInterrupted()
              || e.getCause() instanceof InterruptedException) {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void say(WatchSerial watch, byte[] message) {
    waiting.add(
        hearing -> {
          var _ = hearing.hear(watch, message);
        });
  }

  @Override
  public void shut() {
    Thread running = bringer;
    bringer = null;
    if (running != null) {
      running.interrupt();
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    shut();
  }
}
