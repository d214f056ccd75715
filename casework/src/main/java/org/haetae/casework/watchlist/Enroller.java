package org.haetae.casework.watchlist;

import java.util.Map;
import java.util.Set;
import org.haetae.domain.id.RespondentId;

/** Knows faces that can be enrolled; slow, and called by one thread at a time. */
@FunctionalInterface
public interface Enroller {
  /**
   * What became of each of {@code respondents}. Throws nothing for a photograph that is no good.
   */
  Map<RespondentId, Enrolment> enrol(Set<RespondentId> respondents);
}
