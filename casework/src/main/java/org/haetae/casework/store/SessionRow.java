package org.haetae.casework.store;

import java.time.Instant;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.UserId;

/**
 * Somebody who is signed in.
 *
 * @param hash of the session's secret
 * @param role in which it began
 * @param seen when it was used last, to a minute or so
 */
public record SessionRow(
    String hash, UserId user, Kind kind, Role role, Instant seen, Instant until) {

  /** Who holds the secret. */
  public enum Kind {
    BROWSER,
    MACHINE
  }
}
