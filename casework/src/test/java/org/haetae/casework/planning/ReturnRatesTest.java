package org.haetae.casework.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.haetae.casework.planning.Tenancy.CameBack;
import org.haetae.casework.planning.Tenancy.End;
import org.haetae.casework.planning.Tenancy.Lasts;
import org.haetae.casework.planning.Tenancy.Lost;
import org.junit.jupiter.api.Test;

class ReturnRatesTest {
  private static final Period TERM = Period.ofMonths(6);
  private static final LocalDate TODAY = LocalDate.of(2028, 3, 1);

  @Test
  void withoutHistoryTheGuessesCount() {
    ReturnRates guess = ReturnRates.of(List.of(), TODAY, TERM);
    assertEquals(0.5 / 365, guess.early(), 1e-12);
    assertEquals(0.5, guess.renewed());
    assertEquals(0.95, guess.back());
    assertEquals(0, guess.ends());
  }

  /** One of each kind; days at risk 365 + 366 + 30 + 61 + 90, by the calendar. */
  @Test
  void eachTenancyTeachesItsPart() {
    ReturnRates rates =
        ReturnRates.of(
            List.of(
                // Back as its term ended.
                tenancy("2026-01-15", "2026-07-15", back("2026-07-12")),
                // Renewed once, then back; counts its 366 days of a leap year.
                tenancy("2027-02-28", "2028-02-28", back("2028-02-28")),
                // Back early.
                tenancy("2027-06-01", "2027-12-01", back("2027-07-01")),
                // With somebody, first term.
                tenancy("2027-12-31", "2028-06-30", new Lasts()),
                // Lost in its first term.
                tenancy("2027-12-02", "2028-06-02", new Lost())),
            TODAY,
            TERM);
    assertEquals(3, rates.ends());
    assertEquals((1 + 1.0) / (3 + 2), rates.renewed(), 1e-12);
    assertEquals((3 + 19.0) / (4 + 20), rates.back(), 1e-12);
    int days = 178 + 365 + 30 + 61 + 90;
    assertEquals(1.5 / (days + 365), rates.early(), 1e-12);
  }

  /**
   * 31 August and six months is the last of February, and from there the 29th or 28th counts on.
   */
  @Test
  void aTermThatEndsInAShortMonthIsRenewedAsAnyOther() {
    ReturnRates rates =
        ReturnRates.of(
            List.of(
                tenancy("2026-08-31", "2027-08-28", new Lasts()),
                tenancy("2027-08-31", "2028-08-29", new Lasts()),
                tenancy("2027-08-31", "2028-02-29", new Lasts())),
            TODAY,
            TERM);
    assertEquals(2, rates.ends());
    assertEquals(3 / 4.0, rates.renewed(), 1e-12);
  }

  @Test
  void whatIsOverdueIsUndecided() {
    ReturnRates rates =
        ReturnRates.of(List.of(tenancy("2027-06-01", "2027-12-01", new Lasts())), TODAY, TERM);
    assertEquals(0, rates.ends());
    assertEquals(0.5 / (183 + 365), rates.early(), 1e-12);
  }

  @Test
  void anImportedTermShorterThanTheRuleIsNoRenewal() {
    assertEquals(
        0,
        ReturnRates.of(List.of(tenancy("2028-02-20", "2028-03-20", new Lasts())), TODAY, TERM)
            .ends());
  }

  /** No early returns and half renewed: one term, and half the time another, is two terms. */
  @Test
  void meanDaysOutAreAGeometricSum() {
    assertEquals(
        2 * 182, new ReturnRates(TERM, 0, 0.5, 1, 0).meanDaysOut(LocalDate.of(2028, 3, 2)), 4);
    assertEquals(20, new ReturnRates(Period.ofDays(10), 0, 0.5, 1, 0).meanDaysOut(TODAY), 1e-9);
    // Each day a tenth comes back and no term matters: ten days.
    assertEquals(10, new ReturnRates(Period.ofDays(7), 0.1, 1, 1, 0).meanDaysOut(TODAY), 1e-9);
    assertEquals(
        Double.POSITIVE_INFINITY, new ReturnRates(Period.ofDays(7), 0, 1, 1, 0).meanDaysOut(TODAY));
  }

  @Test
  void sharesAreSharesAndTermsLast() {
    assertThrows(IllegalArgumentException.class, () -> new ReturnRates(Period.ZERO, 0, 0.5, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ReturnRates(TERM, -0.1, 0.5, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ReturnRates(TERM, 0, 1.5, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ReturnRates(TERM, 0, 0, Double.NaN, 0));
  }

  private static Tenancy tenancy(String since, String until, End end) {
    return new Tenancy(LocalDate.parse(since), LocalDate.parse(until), end);
  }

  private static End back(String day) {
    return new CameBack(LocalDate.parse(day));
  }
}
