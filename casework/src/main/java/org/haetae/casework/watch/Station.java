package org.haetae.casework.watch;

import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.StationId;

/** A police station that keeps watches. */
public record Station(StationId id, String name, GeoPoint location) {}
