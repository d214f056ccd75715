package org.haetae.casework.incident;

import java.util.Set;
import org.haetae.domain.alert.Severity;

/**
 * When a second person must agree before a patrol is sent.
 *
 * @param twoPeople severities that demand it; none by default, for a patrol that comes for nothing
 *     is the smaller harm
 */
public record DispatchRule(Set<Severity> twoPeople) {
  public DispatchRule {
    twoPeople = Set.copyOf(twoPeople);
  }

  /** One person is enough. */
  public static DispatchRule onePerson() {
    return new DispatchRule(Set.of());
  }
}
