package org.haetae.pipeline.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.health.TechnicalAlertEvent;
import org.haetae.domain.id.PlaceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that lets time pass for every camera, four times a second, and publishes technical
 * alerts. Started once, closed once; everything else may be called by many threads.
 */
public final class HealthWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
  private static final Duration INTERVAL = Duration.ofMillis(250);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final Map<CameraHealth, TechnicalAlertRule> cameras = new LinkedHashMap<>();
  private final InstantSource clock;
  private final Consumer<TechnicalAlertEvent> listener;
  private final Thread thread = new Thread(this::run, "health-watch");
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private boolean closed;
  private volatile List<TechnicalAlert> open = List.of();

  /**
   * @param places every camera and the place that it guards
   * @param clock the one by which the cameras are told the time
   * @param listener is told of alerts on the watch's thread; what it throws is logged
   */
  public HealthWatch(
      Map<CameraHealth, PlaceId> places,
      HealthSettings settings,
      InstantSource clock,
      Consumer<TechnicalAlertEvent> listener) {
    places.forEach(
        (health, place) ->
            cameras.put(health, new TechnicalAlertRule(health.camera(), place, settings)));
    this.clock = clock;
    this.listener = listener;
  }

  public void start() {
    thread.start();
  }

  /** The alerts that are open now, the oldest first. */
  public List<TechnicalAlert> open() {
    return open;
  }

  private void run() {
    try {
      do {
        tick(clock.instant());
      } while (!await(INTERVAL));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits that long; returns whether the watch is closed. */
  private boolean await(Duration pause) throws InterruptedException {
    long nanos = pause.toNanos();
    lock.lock();
    try {
      while (!closed && nanos > 0) {
        nanos = closing.awaitNanos(nanos);
      }
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Whatever goes wrong with one camera, the others are watched on. */
  void tick(Instant now) {
    List<TechnicalAlert> alerts = new ArrayList<>();
    List<TechnicalAlertEvent> events = new ArrayList<>();
    cameras.forEach(
        (health, rule) -> {
          try {
            health.tick(now);
            rule.update(health.report(), now).ifPresent(events::add);
          } catch (RuntimeException e) {
            LOG.error("the health of camera {} could not be judged", health.camera(), e);
          }
          rule.open().ifPresent(alerts::add);
        });
    alerts.sort(Comparator.comparing(TechnicalAlert::since));
    open = List.copyOf(alerts);
    events.forEach(this::publish);
  }

  private void publish(TechnicalAlertEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      LOG.error("a technical alert of camera {} was not taken", event.alert().camera(), e);
    }
  }

  /** Ends the thread and waits for it. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (thread.isAlive() && !thread.join(LONGEST_END)) {
        LOG.warn("the health watch did not end within {} s", LONGEST_END.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
