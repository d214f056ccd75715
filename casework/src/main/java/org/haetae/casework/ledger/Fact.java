package org.haetae.casework.ledger;

import java.time.Instant;
import org.haetae.domain.id.UserId;

/**
 * Something that happened, and is never taken back. Each room seals its own facts; their names and
 * fields are a contract with every database that was ever written.
 */
public interface Fact {
  /** When it happened. */
  Instant at();

  /** Who did it or wrote it down. */
  UserId by();
}
