package org.haetae.casework.risk;

import java.time.Instant;
import java.util.Map;
import org.haetae.casework.ledger.Fact;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.RiskGrade;

/** What happened to the grade of a case. */
public sealed interface RiskFact extends Fact {

  /**
   * A checklist was filled in.
   *
   * @param range what it gave, kept so that it can be read without the checklist
   * @param bySupervisor whether the grade may fall by it
   */
  record Assessed(
      Instant at,
      UserId by,
      ChecklistVersion checklist,
      Map<String, Answer> answers,
      GradeRange range,
      boolean bySupervisor)
      implements RiskFact {
    public Assessed {
      answers = Map.copyOf(answers);
    }
  }

  /** Somebody knows more than the checklist asks for. */
  record Raised(Instant at, UserId by, RiskGrade to, String reason) implements RiskFact {}

  /** A supervisor answers for a lower grade. */
  record Lowered(Instant at, UserId by, RiskGrade to, String reason) implements RiskFact {}
}
