package org.haetae.casework.store;

import java.util.Optional;
import org.haetae.casework.order.OrderState;

/** Why an order's templates must go; a name never changes once a row has it. */
public enum PurgeReason {
  ENDED,
  SUSPENDED,
  REVOKED,
  /** A person asked, though the order is in force. */
  ASKED;

  /** Why an order in {@code state} may keep no template; empty where it may. */
  public static Optional<PurgeReason> of(OrderState state) {
    return switch (state) {
      case AHEAD, IN_FORCE -> Optional.empty();
      case SUSPENDED -> Optional.of(SUSPENDED);
      case ENDED -> Optional.of(ENDED);
      case REVOKED -> Optional.of(REVOKED);
    };
  }
}
