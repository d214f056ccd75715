package org.haetae.casework.planning;

/**
 * How many watches people would have at once if there were enough: L = λW, whatever the
 * distributions (J. D. C. Little, Operations Research 9, 1961).
 *
 * @param casesPerYear at least 0
 * @param share of the cases that get a watch, 0 to 1
 * @param meanDays that a watch stays with a person, at least 0
 */
public record WatchLoad(double casesPerYear, double share, double meanDays) {
  /** A mean year of the calendar that has leap years. */
  private static final double YEAR = 365.2425;

  public WatchLoad {
    if (!(casesPerYear >= 0) || !(share >= 0 && share <= 1) || !(meanDays >= 0)) {
      throw new IllegalArgumentException(
          "no load of %s cases a year, %s of them with a watch for %s days"
              .formatted(casesPerYear, share, meanDays));
    }
  }

  public double watches() {
    return casesPerYear * share * meanDays / YEAR;
  }
}
