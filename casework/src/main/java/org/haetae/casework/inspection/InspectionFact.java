package org.haetae.casework.inspection;

import java.time.Instant;
import java.util.List;
import org.haetae.casework.ledger.Fact;
import org.haetae.domain.id.UserId;

/** What happened around the inspections of a case. */
public sealed interface InspectionFact extends Fact {

  /**
   * Somebody was there.
   *
   * @param seen each check once
   * @param findings for each check that was bad
   */
  record Inspected(Instant at, UserId by, List<Seen> seen, List<Finding> findings)
      implements InspectionFact {
    public Inspected {
      seen = List.copyOf(seen);
      findings = List.copyOf(findings);
    }
  }

  /**
   * A finding was mended.
   *
   * @param evidence what shows it: a sealed photograph's name, or words
   */
  record Mended(Instant at, UserId by, int finding, String evidence) implements InspectionFact {}
}
