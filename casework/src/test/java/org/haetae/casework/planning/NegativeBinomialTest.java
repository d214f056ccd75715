package org.haetae.casework.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.casework.RandomLives;
import org.junit.jupiter.api.Test;

class NegativeBinomialTest {

  /** A gamma of shape 1 makes a geometric count: P(X > k) = (m / (1 + m)) to the k + 1. */
  @Test
  void ofShapeOneIsGeometric() {
    NegativeBinomial geometric = new NegativeBinomial(3, 1);
    assertEquals(0.75, geometric.above(0), 1e-10);
    assertEquals(Math.pow(0.75, 11), geometric.above(10), 1e-10);
    assertEquals(1, geometric.above(-1));
    // 0.75 to the 8th is 0.1001, to the 9th 0.0751.
    assertEquals(8, geometric.within(0.9));
  }

  @Test
  void withoutASpreadIsPoisson() {
    NegativeBinomial poisson = new NegativeBinomial(2, 0);
    assertEquals(1 - Math.exp(-2), poisson.above(0), 1e-5);
    assertEquals(1 - Math.exp(-2) * 5, poisson.above(2), 1e-5);
    assertEquals(0, poisson.within(0.13));
    assertEquals(2, poisson.within(0.6));
    assertEquals(4, poisson.within(0.9));
  }

  @Test
  void ofNothingIsNothing() {
    NegativeBinomial none = new NegativeBinomial(0, 0.5);
    assertEquals(0, none.above(0));
    assertEquals(0, none.within(0.99));
  }

  @Test
  void agreesWithTheSumOfItsTerms() {
    RandomLives.play(
        400,
        random -> {
          double mean = Math.exp(random.nextDouble(-3, 6));
          double shape = Math.exp(random.nextDouble(-2, 9));
          NegativeBinomial count = new NegativeBinomial(mean, 1 / shape);
          int k = random.nextInt((int) (3 * mean) + 5);
          double within = 0;
          double term = Math.exp(shape * Math.log(shape / (shape + mean)));
          for (int i = 0; i <= k; i++) {
            within += term;
            term *= (shape + i) / (i + 1) * mean / (shape + mean);
          }
          assertEquals(1 - within, count.above(k), 1e-7);
          int nine = count.within(0.9);
          assertTrue(count.above(nine) <= 0.1 + 1e-12);
          assertTrue(nine == 0 || count.above(nine - 1) > 0.1);
        });
  }

  @Test
  void moreIsMore() {
    RandomLives.play(
        300,
        random -> {
          double mean = Math.exp(random.nextDouble(-3, 7));
          double spread = Math.exp(random.nextDouble(-9, 1));
          int k = random.nextInt((int) (2 * mean) + 3);
          double above = new NegativeBinomial(mean, spread).above(k);
          assertTrue(new NegativeBinomial(mean * 1.1, spread).above(k) >= above);
          assertTrue(new NegativeBinomial(mean, spread).above(k + 1) <= above);
        });
  }

  @Test
  void gammaOfWholeNumbersIsTheFactorial() {
    double factorial = 0;
    for (int n = 1; n < 200; n++) {
      assertEquals(factorial, IncompleteBeta.logGamma(n), 1e-9 * Math.max(1, factorial));
      factorial += Math.log(n);
    }
    assertEquals(Math.log(Math.PI) / 2, IncompleteBeta.logGamma(0.5), 1e-12);
    assertEquals(Math.log(3.625609908221908), IncompleteBeta.logGamma(0.25), 1e-12);
  }

  @Test
  void aShareIsBetweenNoneAndAll() {
    NegativeBinomial count = new NegativeBinomial(2, 0.1);
    assertThrows(IllegalArgumentException.class, () -> count.within(0));
    assertThrows(IllegalArgumentException.class, () -> count.within(1));
  }
}
