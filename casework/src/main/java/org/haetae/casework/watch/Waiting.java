package org.haetae.casework.watch;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.haetae.domain.id.StationId;
import org.haetae.domain.order.RiskGrade;

/**
 * A request in the waiting list.
 *
 * @param grade empty while nobody has assessed the case; it waits as if it were the gravest
 */
public record Waiting(
    RequestKey request, StationId station, Optional<RiskGrade> grade, Instant asked) {
  /** Who is next: the gravest first, then who has waited longest. */
  public static final Comparator<Waiting> ORDER =
      Comparator.comparing(Waiting::gravity, Comparator.reverseOrder())
          .thenComparing(Waiting::asked)
          .thenComparing(one -> one.request().file())
          .thenComparingInt(one -> one.request().number());

  private RiskGrade gravity() {
    return grade.orElse(RiskGrade.EXTREME);
  }
}
