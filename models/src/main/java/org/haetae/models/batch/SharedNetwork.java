package org.haetae.models.batch;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.network.NetworkException;
import org.haetae.models.network.Outputs;
import org.jspecify.annotations.Nullable;

/**
 * A network with a thread of its own that answers the questions of many threads. Questions of one
 * shape that come within a short while go to the network together, up to a limit. Safe for many
 * threads; whoever makes it closes it when nobody asks any more.
 */
public final class SharedNetwork implements AutoCloseable {
  private final Network network;
  private final int mostTogether;
  private final long patienceNanos;
  private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();
  private Joint joint = new Joint(Float.BYTES);
  private final Thread thread;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param network becomes this one's own; its first dimension must be free
   * @param name of the thread
   * @param mostTogether questions in one call, at least 1
   * @param patience how long the first question waits for others
   */
  public SharedNetwork(Network network, String name, int mostTogether, Duration patience) {
    if (mostTogether < 1) {
      throw new IllegalArgumentException("a call takes at least one question");
    }
    this.network = network;
    this.mostTogether = mostTogether;
    this.patienceNanos = patience.toNanos();
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::answerAll);
    thread.start();
  }

  /** A way to ask it, for one thread; closing it leaves the network to the others. */
  public Network share() {
    return new Share();
  }

  private void answerAll() {
    List<Question> together = new ArrayList<>(mostTogether);
    @Nullable Question next = null;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        together.add(next != null ? next : questions.take());
        next = gather(together);
        answer(together);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      together.clear();
    }
    if (next != null) {
      next.refuse(gone());
    }
    refuseAll();
  }

  private void refuseAll() {
    for (Question late = questions.poll(); late != null; late = questions.poll()) {
      late.refuse(gone());
    }
  }

  private static NetworkException gone() {
    return new NetworkException(
        "the network was closed", new IllegalStateException("asked after the end"));
  }

  /** Waits for questions of the first one's shape; gives the one of another shape that came. */
  private @Nullable Question gather(List<Question> together) throws InterruptedException {
    Question first = together.getFirst();
    long end = System.nanoTime() + patienceNanos;
    while (together.size() < mostTogether) {
      Question more = questions.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (more == null || !more.fits(first)) {
        return more;
      }
      together.add(more);
    }
    return null;
  }

  private void answer(List<Question> together) {
    try {
      if (together.size() == 1) {
        Question only = together.getFirst();
        only.answer(network.run(only.input(), only.shape(), Answer::whole));
      } else {
        if (!joint.holds(together)) {
          joint.close();
          joint = new Joint(Joint.bytesOf(together));
        }
        long[] shape = together.getFirst().shape().clone();
        shape[0] *= together.size();
        List<Answer> parts =
            network.run(
                joint.of(together), shape, outputs -> Answer.split(outputs, together.size()));
        for (int i = 0; i < parts.size(); i++) {
          together.get(i).answer(parts.get(i));
        }
      }
    } catch (RuntimeException e) {
      together.forEach(question -> question.refuse(e));
    }
  }

  /** Ends the thread, then frees the network; questions under way are refused. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      thread.interrupt();
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      refuseAll();
      joint.close();
      network.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class Share implements Network {
    @Override
    public <T> T run(ByteBuffer input, long[] shape, Outputs.Reader<T> reader) {
      Question question = new Question(input, Arrays.copyOf(shape, shape.length));
      questions.add(question);
      if (closed.get()) {
        question.refuse(gone());
      }
      return reader.read(question.await());
    }

    @Override
    public EngineKind engine() {
      return network.engine();
    }

    @Override
    public void close() {
      // The network is shared: whoever made it frees it.
    }
  }
}
