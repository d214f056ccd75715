package org.haetae.pipeline.proximity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.domain.alert.Circumstance;
import org.haetae.domain.alert.Circumstance.Effect;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.schedule.Schedule;

/**
 * What a site's file says of times.
 *
 * @param night when an alert is graver than by day
 * @param lawful when a respondent may be where an order otherwise forbids it
 */
public record SiteCircumstances(Optional<Schedule> night, List<LawfulPresence> lawful)
    implements Circumstances {
  public SiteCircumstances {
    lawful = List.copyOf(lawful);
  }

  /**
   * A time at which a respondent may come, such as to hand over a child or to a hearing. It lowers
   * an alert and never hides it: the protected person is told all the same.
   *
   * @param places where; at least one
   * @param reason as an operator reads it
   */
  public record LawfulPresence(
      OrderId order, Set<PlaceId> places, Schedule schedule, String reason) {
    public LawfulPresence {
      places = Set.copyOf(places);
      if (places.isEmpty() || reason.isBlank()) {
        throw new IllegalArgumentException("a lawful presence needs a place and a reason");
      }
    }
  }

  @Override
  public List<Circumstance> of(OrderId order, PlaceId place, Instant seen) {
    List<Circumstance> all = new ArrayList<>();
    if (night.filter(hours -> hours.contains(seen)).isPresent()) {
      all.add(new Circumstance(Effect.RAISES, "at night"));
    }
    lawful.stream()
        .filter(presence -> presence.order().equals(order))
        .filter(presence -> presence.places().contains(place))
        .filter(presence -> presence.schedule().contains(seen))
        .forEach(presence -> all.add(new Circumstance(Effect.LOWERS, presence.reason())));
    return all;
  }
}
