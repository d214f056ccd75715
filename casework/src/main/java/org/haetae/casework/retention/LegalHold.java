package org.haetae.casework.retention;

import java.time.Instant;
import java.util.Optional;
import org.haetae.casework.store.Owner;
import org.haetae.domain.id.UserId;

/**
 * Keeps a case or an order, and all that belongs to it, until a supervisor lifts it.
 *
 * @param reason empty where it was erased since
 * @param lifted empty while it holds
 */
public record LegalHold(
    Owner on, Optional<String> reason, UserId by, Instant at, Optional<Lifted> lifted) {
  /** The end of a hold. */
  public record Lifted(UserId by, Instant at) {}
}
