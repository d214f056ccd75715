package org.haetae.domain.alert;

import java.time.Instant;
import java.util.UUID;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;

/**
 * A sighting at a camera that guards a place which the respondent's order protects.
 *
 * @param id made once when the alert is raised; deliveries of one alert carry the same
 * @param decided when the evidence was enough, by the pipeline's clock
 */
public record ProximityAlert(
    UUID id,
    OrderId order,
    PlaceId place,
    Sighting sighting,
    Proximity proximity,
    Trend trend,
    Severity severity,
    Instant decided) {}
