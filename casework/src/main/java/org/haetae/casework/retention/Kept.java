package org.haetae.casework.retention;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.store.Owner;

/**
 * One thing that is kept.
 *
 * @param id unique among its class
 * @param since from when its time runs; empty while it is in use
 * @param near on whom a hold keeps it: itself, and the cases and orders to which it belongs
 */
public record Kept(KeptClass what, String id, Optional<Instant> since, Set<Owner> near) {
  public Kept {
    near = Set.copyOf(near);
  }
}
