package org.haetae.casework.canary;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.DeliveryListener;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.store.Store;
import org.haetae.domain.alert.ProximityAlert;

/**
 * Takes a canary's alert as an incident desk takes a real one, and follows its notice to the
 * channels. Safe for many threads.
 */
public final class CanaryDesk implements DeliveryListener {
  private final Store store;
  private final Set<String> channels;
  private final CanaryWatch watch;
  private final InstantSource clock;
  private final Runnable filled;
  private final DeliveryListener next;

  /**
   * @param channels that are rehearsed
   * @param clock one that never goes back
   * @param filled is run after the outbox was filled, on the caller's thread
   * @param next is told of every delivery besides
   */
  public CanaryDesk(
      Store store,
      Set<String> channels,
      CanaryWatch watch,
      InstantSource clock,
      Runnable filled,
      DeliveryListener next) {
    this.store = store;
    this.channels = Set.copyOf(channels);
    this.watch = watch;
    this.clock = clock;
    this.filled = filled;
    this.next = next;
  }

  /**
   * Puts a notice for each rehearsal into the outbox; a second sighting of one tells nobody.
   *
   * @throws org.haetae.casework.store.StoreException when it can't be kept
   */
  public void take(List<ProximityAlert> alerts) {
    Instant now = clock.instant();
    // Awaited before it can be delivered.
    List<Notice.Canary> notices =
        alerts.stream()
            .filter(alert -> watch.alerted(alert.sighting().camera(), alert.id(), channels))
            .map(alert -> new Notice.Canary(alert.id(), now))
            .toList();
    if (!notices.isEmpty()) {
      store.run(
          in ->
              notices.forEach(
                  notice -> channels.forEach(channel -> in.outbox().add(channel, notice, now))));
      filled.run();
    }
  }

  @Override
  public void delivered(Parcel parcel) {
    if (parcel.notice() instanceof Notice.Canary canary) {
      watch.delivered(canary.key(), parcel.channel());
    }
    next.delivered(parcel);
  }

  @Override
  public void failed(Parcel parcel, DeliveryException why) {
    next.failed(parcel, why);
  }

  @Override
  public void died(Parcel parcel, DeliveryException why) {
    next.died(parcel, why);
  }

  @Override
  public void outboxFailed(RuntimeException why) {
    next.outboxFailed(why);
  }
}
