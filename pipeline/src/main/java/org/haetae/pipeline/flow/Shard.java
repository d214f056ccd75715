package org.haetae.pipeline.flow;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.EventTranslatorOneArg;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.haetae.pipeline.sighting.Instruments;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One ring, one thread, the cameras pinned to it, and the instruments that they share. A lane has
 * at most one event under way, so a ring with room for every lane never makes a grabber wait.
 */
final class Shard {
  private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
  private static final EventTranslatorOneArg<FrameEvent, CameraLane> ADDRESS =
      (event, sequence, lane) -> event.set(lane);

  private final Instruments instruments;
  private final Disruptor<FrameEvent> disruptor;
  private final List<CameraLane> lanes = new ArrayList<>();
  private volatile @Nullable Thread thread;

  /**
   * @param instruments become this shard's own
   * @param mostLanes lanes that will be added at the most
   */
  Shard(String name, Instruments instruments, int mostLanes) {
    this.instruments = instruments;
    int size = Integer.highestOneBit(Math.max(4, 2 * mostLanes) * 2 - 1);
    this.disruptor =
        new Disruptor<>(
            FrameEvent::new,
            size,
            task -> {
              Thread made = new Thread(task, name);
              thread = made;
              return made;
            },
            ProducerType.MULTI,
            new BlockingWaitStrategy());
    disruptor.setDefaultExceptionHandler(new LogAndGoOn());
    EventHandler<FrameEvent> analyse = (event, sequence, endOfBatch) -> analyse(event);
    disruptor.handleEventsWith(analyse);
  }

  /** Stages run one behind the other on this one thread; the last one clears the event. */
  private static void analyse(FrameEvent event) {
    try {
      CameraLane lane = event.lane();
      if (lane != null) {
        lane.analyse();
      }
    } finally {
      event.clear();
    }
  }

  void add(CameraLane lane) {
    lanes.add(lane);
  }

  Instruments instruments() {
    return instruments;
  }

  void start() {
    disruptor.start();
  }

  /** Tells the shard that a lane has mail. */
  void notify(CameraLane lane) {
    disruptor.getRingBuffer().publishEvent(ADDRESS, lane);
  }

  /**
   * Drains the ring within {@code limit}, else halts it; joins the thread, then frees what is left.
   * No grabber may put frames any more.
   */
  void close(Duration limit) {
    try {
      disruptor.shutdown(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("a shard did not drain within {} ms and is halted", limit.toMillis());
      disruptor.halt();
    }
    join();
    lanes.forEach(CameraLane::discard);
    instruments.close();
  }

  /** Native memory may be freed only when the handler's thread is gone, however long that takes. */
  private void join() {
    boolean interrupted = false;
    Thread running = thread;
    while (running != null && running.isAlive()) {
      try {
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One camera's broken frame must not stop the others of its shard. */
  private static final class LogAndGoOn implements ExceptionHandler<FrameEvent> {
    @Override
    public void handleEventException(Throwable problem, long sequence, FrameEvent event) {
      LOG.error("a frame could not be analysed", problem);
    }

    @Override
    public void handleOnStartException(Throwable problem) {
      LOG.error("a shard could not start", problem);
    }

    @Override
    public void handleOnShutdownException(Throwable problem) {
      LOG.error("a shard could not stop", problem);
    }
  }
}
