package org.haetae.casework.watch;

import java.time.Instant;
import org.haetae.domain.geo.GeoPoint;

/** Where a watch was, and when that was measured. */
public record Fix(GeoPoint point, Instant at) {}
