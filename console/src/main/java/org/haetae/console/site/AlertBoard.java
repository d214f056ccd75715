package org.haetae.console.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.haetae.domain.alert.ProximityAlert;

/** The newest alerts, and whoever wants to be told of the next. Safe for many threads. */
public final class AlertBoard {
  private static final int KEPT = 50;

  private final Deque<ProximityAlert> newest = new ArrayDeque<>();
  private final List<Consumer<ProximityAlert>> listeners = new CopyOnWriteArrayList<>();

  /** Takes in an alert and tells every listener. */
  public void raise(ProximityAlert alert) {
    synchronized (newest) {
      newest.addFirst(alert);
      if (newest.size() > KEPT) {
        newest.removeLast();
      }
    }
    listeners.forEach(listener -> listener.accept(alert));
  }

  /** Newest first. */
  public List<ProximityAlert> newest() {
    synchronized (newest) {
      return new ArrayList<>(newest);
    }
  }

  public Optional<ProximityAlert> find(UUID id) {
    return newest().stream().filter(alert -> alert.id().equals(id)).findFirst();
  }

  /** Tells {@code listener} of each alert from now on, until the returned action is run. */
  public Runnable listen(Consumer<ProximityAlert> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** How many are told of alerts now. */
  public int listening() {
    return listeners.size();
  }
}
