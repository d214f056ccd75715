package org.haetae.casework.delivery;

/** Is told how deliveries go, on the couriers' threads. */
public interface DeliveryListener {
  void delivered(Parcel parcel);

  /** An attempt failed; it will be tried again. */
  void failed(Parcel parcel, DeliveryException why);

  /** Given up. */
  void died(Parcel parcel, DeliveryException why);

  /** The outbox itself could not be read or written. */
  void outboxFailed(RuntimeException why);
}
