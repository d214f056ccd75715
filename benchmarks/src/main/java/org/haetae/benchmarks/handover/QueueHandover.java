package org.haetae.benchmarks.handover;

import java.util.concurrent.BlockingQueue;

/** One of the JDK's queues and a thread that takes from it. */
final class QueueHandover implements Handover {
  private static final Mail END = new Mail();

  private final BlockingQueue<Mail> queue;
  private final Thread reader = new Thread(this::run, "reader");

  @SuppressWarnings("this-escape") // The thread starts when every field has its value.
  QueueHandover(BlockingQueue<Mail> queue) {
    this.queue = queue;
    reader.start();
  }

  private void run() {
    try {
      long number = 0;
      for (Mail mail = queue.take(); mail != END; mail = queue.take()) {
        mail.markRead(++number);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void send(Mail mail) {
    try {
      queue.put(mail);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    send(END);
  }
}
