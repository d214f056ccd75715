package org.haetae.casework.release;

import java.time.Instant;
import org.haetae.domain.id.RespondentId;

/**
 * A report of custody.
 *
 * @param key the reporter's own number; the same report twice has the same one
 * @param effective when it happens or happened
 */
public record CustodyEvent(
    String key, RespondentId respondent, CustodyKind kind, Instant effective) {
  public CustodyEvent {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a report of custody needs the reporter's own number");
    }
  }
}
