package org.haetae.casework.delivery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** A receiver whose answers a test decides. */
final class RecordingChannel implements Channel {
  final List<Notice> asked = new CopyOnWriteArrayList<>();
  final List<Notice> taken = new CopyOnWriteArrayList<>();
  volatile Function<Notice, Optional<DeliveryException>> answer = _ -> Optional.empty();

  /** A permit lets one attempt through. */
  final Semaphore gate = new Semaphore(Integer.MAX_VALUE / 2);

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public void send(Notice notice) throws DeliveryException, InterruptedException {
    asked.add(notice);
    gate.acquire();
    Optional<DeliveryException> refusal = answer.apply(notice);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    taken.add(notice);
  }
}
