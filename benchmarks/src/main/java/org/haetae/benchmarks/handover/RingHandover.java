package org.haetae.benchmarks.handover;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.EventTranslatorOneArg;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import org.jspecify.annotations.Nullable;

/**
 * A ring like a shard's, which itself is not open to other packages: preallocated slots, several
 * producers, a waiting strategy that sleeps.
 */
final class RingHandover implements Handover {
  private static final EventTranslatorOneArg<Slot, Mail> ADDRESS =
      (slot, sequence, mail) -> slot.mail = mail;

  private final Disruptor<Slot> disruptor =
      new Disruptor<>(Slot::new, 8, Thread::new, ProducerType.MULTI, new BlockingWaitStrategy());

  RingHandover() {
    EventHandler<Slot> handler = (slot, sequence, endOfBatch) -> slot.read(sequence + 1);
    disruptor.handleEventsWith(handler);
    disruptor.start();
  }

  @Override
  public void send(Mail mail) {
    disruptor.getRingBuffer().publishEvent(ADDRESS, mail);
  }

  @Override
  public void close() {
    disruptor.shutdown();
  }

  private static final class Slot {
    private @Nullable Mail mail;

    void read(long number) {
      Mail held = mail;
      if (held != null) {
        held.markRead(number);
      }
      mail = null;
    }
  }
}
