package org.haetae.casework.risk;

import java.util.Optional;
import org.haetae.domain.order.RiskGrade;

/**
 * A statement of a checklist that is true, not true, or not known.
 *
 * @param about whom it is about
 * @param weight what a yes adds to the sum, at least 1
 * @param atLeast a yes alone lifts the grade to this one
 * @param korean its words
 * @param english its words
 */
public record Question(
    String id,
    About about,
    int weight,
    Optional<RiskGrade> atLeast,
    String korean,
    String english) {
  public Question {
    if (weight < 1) {
      throw new IllegalArgumentException(
          "question %s must weigh at least 1, not %d".formatted(id, weight));
    }
  }

  /** The two sections. */
  public enum About {
    RESPONDENT,
    PERSON
  }
}
