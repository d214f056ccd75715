package org.haetae.sim.camera;

import java.util.List;
import java.util.Optional;

/** The faults that are on at a moment, at most one of each kind. Immutable. */
public record ActiveFaults(List<ActiveFault> all) {
  /** Nothing is wrong. */
  public static final ActiveFaults NONE = new ActiveFaults(List.of());

  public ActiveFaults {
    all = List.copyOf(all);
  }

  /** Whether a fault of this kind is on. */
  public boolean has(Class<? extends Fault> kind) {
    for (ActiveFault active : all) {
      if (kind.isInstance(active.fault())) {
        return true;
      }
    }
    return false;
  }

  /** The fault of this kind. */
  public <F extends Fault> Optional<F> find(Class<F> kind) {
    return all.stream().map(ActiveFault::fault).filter(kind::isInstance).map(kind::cast).findAny();
  }
}
