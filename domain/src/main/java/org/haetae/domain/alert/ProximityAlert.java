package org.haetae.domain.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;

/**
 * A sighting at a camera that guards a place which the respondent's order protects.
 *
 * @param id made once when the alert is raised; deliveries of one alert carry the same
 * @param decided when the evidence was enough, by the pipeline's clock
 * @param circumstances what has changed the severity besides distance, trend and risk
 */
public record ProximityAlert(
    UUID id,
    OrderId order,
    PlaceId place,
    Sighting sighting,
    Proximity proximity,
    Trend trend,
    Severity severity,
    Instant decided,
    List<Circumstance> circumstances) {
  public ProximityAlert {
    circumstances = List.copyOf(circumstances);
  }

  /** One under no particular circumstances. */
  public ProximityAlert(
      UUID id,
      OrderId order,
      PlaceId place,
      Sighting sighting,
      Proximity proximity,
      Trend trend,
      Severity severity,
      Instant decided) {
    this(id, order, place, sighting, proximity, trend, severity, decided, List.of());
  }
}
