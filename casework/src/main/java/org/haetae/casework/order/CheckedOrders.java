package org.haetae.casework.order;

import java.util.List;

/**
 * What a check found.
 *
 * @param orders ready to be kept, in the order in which they were entered; none if any problem is
 *     {@link Problem.Weight#WRONG}, so that nothing is half taken in
 * @param problems all of them
 */
public record CheckedOrders(List<OrderFile> orders, List<Problem> problems) {
  public CheckedOrders {
    orders = List.copyOf(orders);
    problems = List.copyOf(problems);
  }

  /** Whether something must be corrected first. */
  public boolean refused() {
    return problems.stream().anyMatch(problem -> problem.weight() == Problem.Weight.WRONG);
  }
}
