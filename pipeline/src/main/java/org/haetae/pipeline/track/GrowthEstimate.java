package org.haetae.pipeline.track;

/**
 * Slope of the logarithm of a face's height over time, by least squares with old samples fading
 * (half-life {@value #HALF_LIFE_SECONDS} s). A walker at distance d and speed v who comes straight
 * on grows by v / d.
 */
final class GrowthEstimate {
  private static final double HALF_LIFE_SECONDS = 1.5;
  private static final int FEWEST_SAMPLES = 4;
  private static final double SHORTEST_SPAN = 0.5;

  private double origin = Double.NaN;
  private double last;
  private int samples;
  private double w;
  private double wt;
  private double wy;
  private double wtt;
  private double wty;

  void add(double seconds, float height) {
    if (Double.isNaN(origin)) {
      origin = seconds;
      last = seconds;
    }
    double fade = Math.pow(0.5, (seconds - last) / HALF_LIFE_SECONDS);
    last = seconds;
    w = w * fade + 1;
    double t = seconds - origin;
    double y = Math.log(height);
    wt = wt * fade + t;
    wy = wy * fade + y;
    wtt = wtt * fade + t * t;
    wty = wty * fade + t * y;
    samples++;
  }

  double perSecond() {
    double spread = w * wtt - wt * wt;
    if (samples < FEWEST_SAMPLES || last - origin < SHORTEST_SPAN || spread < 1e-9) {
      return Double.NaN;
    }
    return (w * wty - wt * wy) / spread;
  }
}
