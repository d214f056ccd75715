package org.haetae.casework.alarm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.DeliveryListener;
import org.haetae.casework.delivery.Parcel;

/**
 * Makes alarms of deliveries that fail: told by the other channels, since the failing one can't.
 * Thread-safe.
 */
public final class DeliveryAlarms implements DeliveryListener {
  /** One failure is a hiccup, a row of them a fault. */
  private static final int ROW = 3;

  /** The part of the store that deliveries wait in. */
  private static final String OUTBOX = "outbox";

  private final AlarmDesk alarms;
  private final DeliveryListener next;
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  /**
   * @param next is told of everything besides
   */
  public DeliveryAlarms(AlarmDesk alarms, DeliveryListener next) {
    this.alarms = alarms;
    this.next = next;
  }

  @Override
  public void delivered(Parcel parcel) {
    failures.remove(parcel.channel());
    alarms.clear(AlarmCode.CHANNEL_FAILING, parcel.channel());
    alarms.clear(AlarmCode.STORE_FAILING, OUTBOX);
    next.delivered(parcel);
  }

  @Override
  public void failed(Parcel parcel, DeliveryException why) {
    if (failures.merge(parcel.channel(), 1, Integer::sum) >= ROW) {
      alarms.raise(AlarmCode.CHANNEL_FAILING, parcel.channel(), "");
    }
    next.failed(parcel, why);
  }

  @Override
  public void died(Parcel parcel, DeliveryException why) {
    next.died(parcel, why);
  }

  @Override
  public void outboxFailed(RuntimeException why) {
    alarms.raise(AlarmCode.STORE_FAILING, OUTBOX, "");
    next.outboxFailed(why);
  }
}
