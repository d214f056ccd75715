package org.haetae.casework.store;

import java.time.Instant;
import java.util.Set;
import org.haetae.casework.account.Scope;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.UserId;

/**
 * Somebody who is signed in.
 *
 * @param hash of the session's secret
 * @param role in which it began
 * @param seen when it was used last, to a minute or so
 * @param scopes what a machine may do; a browser may do whatever its role may, and has none
 * @param label what somebody calls a machine
 */
public record SessionRow(
    String hash,
    UserId user,
    Kind kind,
    Role role,
    Instant seen,
    Instant until,
    Set<Scope> scopes,
    String label) {
  public SessionRow {
    scopes = Set.copyOf(scopes);
  }

  /** Who holds the secret. */
  public enum Kind {
    BROWSER,
    MACHINE
  }
}
