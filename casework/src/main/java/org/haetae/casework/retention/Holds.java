package org.haetae.casework.retention;

import java.util.Set;
import java.util.stream.Stream;
import org.haetae.casework.store.Owner;

/**
 * All that is held at one moment.
 *
 * @param on cases and orders
 */
public record Holds(Set<Owner> on) {
  public static final Holds NONE = new Holds(Set.of());

  public Holds {
    on = Set.copyOf(on);
  }

  /** Whether something stays because it, or what it belongs to, is held. */
  public boolean keep(Kept kept) {
    return kept.near().stream().anyMatch(on::contains);
  }

  /** Everybody whose text stays: who is held, and the cases and orders around them. */
  public Set<Owner> around(Inventory inventory) {
    return Set.copyOf(
        Stream.concat(
                on.stream(),
                inventory.all().stream().filter(this::keep).flatMap(kept -> kept.near().stream()))
            .toList());
  }
}
