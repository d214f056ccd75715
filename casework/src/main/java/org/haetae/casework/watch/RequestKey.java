package org.haetae.casework.watch;

import org.haetae.domain.id.CaseId;

/**
 * A request for a watch.
 *
 * @param number among the requests of its case, from 1
 */
public record RequestKey(CaseId file, int number) {
  @Override
  public String toString() {
    return "%s/%d".formatted(file, number);
  }
}
