package org.haetae.casework.planning;

import java.util.List;

/**
 * Figures of a published plan.
 *
 * @param source where they come from
 * @param cases by period, the oldest first, without overlap
 * @param nationalStock watches of the whole country, step by step, rising
 */
public record PlanFigures(String source, List<PeriodCases> cases, List<Integer> nationalStock) {
  public PlanFigures {
    cases = List.copyOf(cases);
    nationalStock = List.copyOf(nationalStock);
    for (int i = 1; i < cases.size(); i++) {
      if (cases.get(i).from().isBefore(cases.get(i - 1).until())) {
        throw new IllegalArgumentException(
            "the period from %s overlaps the one before, or is older"
                .formatted(cases.get(i).from()));
      }
    }
    for (int i = 1; i < nationalStock.size(); i++) {
      if (nationalStock.get(i) <= nationalStock.get(i - 1)) {
        throw new IllegalArgumentException(
            "a step of the stock must be more than the one before: %s".formatted(nationalStock));
      }
    }
    if (cases.isEmpty() || nationalStock.isEmpty() || nationalStock.getFirst() < 1) {
      throw new IllegalArgumentException("figures need a period and a stock");
    }
  }

  public PeriodCases newest() {
    return cases.getLast();
  }
}
