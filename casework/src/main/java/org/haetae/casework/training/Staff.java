package org.haetae.casework.training;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.StaffFact.Left;
import org.haetae.casework.training.StaffFact.Posted;
import org.haetae.casework.training.StaffFact.Trained;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;

/**
 * Somebody who works with cases.
 *
 * @param role empty for who has left
 * @param trained when each module was completed last
 */
public record Staff(
    UserId id, Optional<Role> role, Optional<StationId> station, Map<String, Instant> trained) {
  public Staff {
    trained = Map.copyOf(trained);
  }

  public static Staff unknown(UserId id) {
    return new Staff(id, Optional.empty(), Optional.empty(), Map.of());
  }

  public Staff after(StaffFact fact) {
    return switch (fact) {
      case Posted posted ->
          new Staff(id, Optional.of(posted.role()), Optional.of(posted.station()), trained);
      case Trained done -> {
        Map<String, Instant> more = new HashMap<>(trained);
        more.merge(done.module(), done.at(), (one, two) -> one.isAfter(two) ? one : two);
        yield new Staff(id, role, station, more);
      }
      case Left _ -> new Staff(id, Optional.empty(), Optional.empty(), trained);
    };
  }
}
