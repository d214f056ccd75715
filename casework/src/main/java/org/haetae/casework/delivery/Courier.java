package org.haetae.casework.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.haetae.casework.delivery.Outbox.Outcome;
import org.haetae.casework.thread.LastEffort;

/**
 * Empties one queue of one channel: several parcels at a time, the most urgent first. What a
 * receiver took over is delivered only once that is written down; until then it is not sent again
 * by this process, and after a crash it is sent again with the same key.
 *
 * <p>A fault of the channel holds all its parcels up, a fault of a notice only that one. All state
 * belongs to the courier's thread; attempts run on virtual threads and report back.
 */
public final class Courier implements AutoCloseable {
  private static final int AT_ONCE = 8;
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration OUTBOX_PAUSE = Duration.ofMillis(250);

  private final Channel channel;
  private final Queue queue;
  private final Outbox outbox;
  private final RetryRule retry;
  private final InstantSource clock;
  private final DeliveryListener listener;
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private final Map<Long, Thread> underway = new HashMap<>();
  private final List<Outcome> unwritten = new ArrayList<>();
  private final Thread thread;
  private int channelFailures;
  private Instant openAgain = Instant.MIN;
  private volatile boolean closing;

  /** What comes in to the courier's thread. */
  private sealed interface Report {
    /** There is something new in the outbox. */
    record Wake() implements Report {}

    /** Taken over. */
    record Done(Parcel parcel) implements Report {}

    /** Not taken over. */
    record Failed(Parcel parcel, DeliveryException why) implements Report {}

    /** The attempt was broken off because the courier closes. */
    record BrokenOff(Parcel parcel) implements Report {}
  }

  public Courier(
      Channel channel,
      Queue queue,
      Outbox outbox,
      RetryRule retry,
      InstantSource clock,
      DeliveryListener listener) {
    this.channel = channel;
    this.queue = queue;
    this.outbox = outbox;
    this.retry = retry;
    this.clock = clock;
    this.listener = listener;
    this.thread = new Thread(this::run, "courier-%s-%s".formatted(channel.name(), queue));
  }

  public void start() {
    thread.start();
  }

  /** Says that the outbox may have something new; may be called by any thread. */
  public void wake() {
    reports.add(new Report.Wake());
  }

  private void run() {
    try {
      while (!closing || !underway.isEmpty()) {
        round();
      }
    } catch (InterruptedException e) {
      underway.values().forEach(Thread::interrupt);
    }
  }

  private void round() throws InterruptedException {
    try {
      write();
      if (!closing) {
        send();
      }
    } catch (RuntimeException e) {
      listener.outboxFailed(e);
      Thread.sleep(OUTBOX_PAUSE);
      return;
    }
    Report report = reports.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    while (report != null) {
      take(report);
      report = reports.poll();
    }
  }

  private void write() {
    if (unwritten.isEmpty()) {
      return;
    }
    outbox.settle(List.copyOf(unwritten));
    unwritten.forEach(outcome -> underway.remove(outcome.parcel()));
    unwritten.clear();
  }

  private void send() {
    Instant now = clock.instant();
    // While a channel fails one parcel at a time tries whether it is back.
    int room = (channelFailures > 0 ? 1 : AT_ONCE) - underway.size();
    if (room <= 0 || now.isBefore(openAgain)) {
      return;
    }
    int limit = room + underway.size();
    for (Parcel parcel : outbox.due(channel.name(), queue, now, limit)) {
      if (room > 0 && !underway.containsKey(parcel.id())) {
        room--;
        underway.put(
            parcel.id(),
            Thread.ofVirtual().name("delivery").start(() -> reports.add(attempt(parcel))));
      }
    }
  }

  private Report attempt(Parcel parcel) {
    try {
      channel.send(parcel.notice());
      return new Report.Done(parcel);
    } catch (DeliveryException e) {
      return new Report.Failed(parcel, e);
    } catch (InterruptedException e) {
      return new Report.BrokenOff(parcel);
    } catch (RuntimeException e) {
      return new Report.Failed(
          parcel, DeliveryException.channel("the channel broke: " + e.getClass().getName(), e));
    }
  }

  private void take(Report report) {
    switch (report) {
      case Report.Wake _ -> {}
      case Report.Done(Parcel parcel) -> {
        channelFailures = 0;
        openAgain = Instant.MIN;
        unwritten.add(new Outcome.Delivered(parcel.id()));
        listener.delivered(parcel);
      }
      case Report.Failed(Parcel parcel, DeliveryException why) -> failed(parcel, why);
      case Report.BrokenOff(Parcel parcel) -> underway.remove(parcel.id());
    }
  }

  private void failed(Parcel parcel, DeliveryException why) {
    Instant now = clock.instant();
    if (why.fault() == DeliveryException.Fault.CHANNEL) {
      channelFailures++;
      openAgain = now.plus(retry.pause(channelFailures));
    }
    String message = String.valueOf(why.getMessage());
    retry
        .next(parcel, now)
        .ifPresentOrElse(
            due -> {
              Instant again = why.fault() == DeliveryException.Fault.CHANNEL ? now : due;
              unwritten.add(new Outcome.Postponed(parcel.id(), again, message));
              listener.failed(parcel, why);
            },
            () -> {
              unwritten.add(new Outcome.Dead(parcel.id(), message));
              listener.died(parcel, why);
            });
  }

  /** Lets attempts under way end, for some seconds at most; what is left waits in the outbox. */
  @Override
  public void close() {
    closing = true;
    wake();
    LastEffort.of(thread);
  }
}
