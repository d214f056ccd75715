package org.haetae.sim.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which faults of one camera are on. Thread-safe; changes are told one after the other, on the
 * thread that makes them.
 */
public final class FaultBoard {
  private final SiteTime time;
  private final ScheduledExecutorService timers;
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private volatile ActiveFaults active = ActiveFaults.NONE;

  /**
   * What changed at one moment.
   *
   * @param now everything that is on after it
   */
  public record Change(List<Fault> began, List<Fault> ended, ActiveFaults now) {}

  /**
   * A board without faults.
   *
   * @param timers ends faults that have a length; belongs to the caller
   */
  public FaultBoard(SiteTime time, ScheduledExecutorService timers) {
    this.time = time;
    this.timers = timers;
  }

  /** Tells every later change; the listener must be quick. */
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  /** Starts a fault that lasts until it is stopped, in place of one of its kind. */
  public void start(Fault fault) {
    begin(fault);
  }

  /** Starts a fault that ends by itself, in place of one of its kind. */
  public void start(Fault fault, Duration length) {
    ActiveFault begun = begin(fault);
    var _ = timers.schedule(() -> end(begun::equals), length.toNanos(), TimeUnit.NANOSECONDS);
  }

  private synchronized ActiveFault begin(Fault fault) {
    ActiveFault begun = new ActiveFault(fault, time.elapsed());
    List<ActiveFault> next = new ArrayList<>(active.all());
    List<Fault> ended = new ArrayList<>();
    next.removeIf(
        running -> {
          boolean same = running.fault().getClass().equals(fault.getClass());
          if (same) {
            ended.add(running.fault());
          }
          return same;
        });
    next.add(begun);
    tell(List.of(fault), ended, next);
    return begun;
  }

  /** Stops the fault of this kind, if it is on. */
  public void stop(Class<? extends Fault> kind) {
    end(running -> kind.isInstance(running.fault()));
  }

  /** Stops everything. */
  public void clear() {
    end(_ -> true);
  }

  private synchronized void end(Predicate<ActiveFault> which) {
    List<Fault> ended = active.all().stream().filter(which).map(ActiveFault::fault).toList();
    if (!ended.isEmpty()) {
      tell(List.of(), ended, active.all().stream().filter(which.negate()).toList());
    }
  }

  private void tell(List<Fault> began, List<Fault> ended, List<ActiveFault> next) {
    active = new ActiveFaults(next);
    Change change = new Change(began, List.copyOf(ended), active);
    listeners.forEach(listener -> listener.accept(change));
  }

  /** What is on now. */
  public ActiveFaults active() {
    return active;
  }
}
