package org.haetae.domain.geo;

/**
 * A point on the earth (WGS 84).
 *
 * @param latitude degrees, −90 to 90, north positive
 * @param longitude degrees, −180 to 180, east positive
 */
public record GeoPoint(double latitude, double longitude) {
  /** Mean radius of the earth in metres (IUGG 1980). */
  private static final double EARTH_RADIUS = 6_371_008.8;

  public GeoPoint {
    if (!(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException(
          "latitude must lie between -90 and 90 degrees, but is " + latitude);
    }
    if (!(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "longitude must lie between -180 and 180 degrees, but is " + longitude);
    }
  }

  /**
   * Great-circle distance in metres by the haversine formula (R. W. Sinnott, "Virtues of the
   * Haversine", Sky and Telescope 68, 1984), exact to 0.5 % against the ellipsoid.
   */
  public double metresTo(GeoPoint other) {
    double phi1 = Math.toRadians(latitude);
    double phi2 = Math.toRadians(other.latitude);
    double sinPhi = Math.sin((phi2 - phi1) / 2);
    double sinLambda = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
    double h = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
    return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  /**
   * The point that lies {@code metres} away.
   *
   * @param bearing degrees clockwise from north
   * @param metres along the great circle; 0 or more
   */
  public GeoPoint towards(double bearing, double metres) {
    double delta = metres / EARTH_RADIUS;
    double theta = Math.toRadians(bearing);
    double phi = Math.toRadians(latitude);
    double sinPhi2 =
        Math.sin(phi) * Math.cos(delta) + Math.cos(phi) * Math.sin(delta) * Math.cos(theta);
    double y = Math.sin(theta) * Math.sin(delta) * Math.cos(phi);
    double x = Math.cos(delta) - Math.sin(phi) * sinPhi2;
    double lambda = Math.toRadians(longitude) + Math.atan2(y, x);
    double wrapped = Math.IEEEremainder(Math.toDegrees(lambda), 360);
    return new GeoPoint(Math.toDegrees(Math.asin(Math.clamp(sinPhi2, -1.0, 1.0))), wrapped);
  }
}
