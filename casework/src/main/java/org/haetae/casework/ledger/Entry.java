package org.haetae.casework.ledger;

import java.util.Optional;
import org.haetae.domain.id.CaseId;

/**
 * A fact in its place.
 *
 * @param number in the subject's run, from 1 without a hole
 * @param about the case on whose timeline it belongs, if any
 */
public record Entry(Subject subject, int number, Optional<CaseId> about, Fact fact) {
  public Entry {
    if (number < 1) {
      throw new IllegalArgumentException("entries are numbered from 1, not " + number);
    }
  }
}
