package org.haetae.casework.order;

import java.time.Instant;

/**
 * Something that happened to an order after it was issued. Events are kept for ever and never
 * changed; {@link #at} is when it takes effect.
 */
public sealed interface OrderEvent {
  Instant at();

  /**
   * It ends later.
   *
   * @param until the new end, which no longer belongs to it
   * @param by the court that extended it
   * @param reference that decision's own number
   */
  record Extended(Instant at, Instant until, String by, String reference) implements OrderEvent {}

  /** It is not enforced for now. Its end stays where it was. */
  record Suspended(Instant at, String reason) implements OrderEvent {}

  /** It is enforced again. */
  record Resumed(Instant at) implements OrderEvent {}

  /** It is gone for good. */
  record Revoked(Instant at, String reason) implements OrderEvent {}
}
