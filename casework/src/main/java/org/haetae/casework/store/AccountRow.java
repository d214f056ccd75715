package org.haetae.casework.store;

import java.time.Instant;
import org.haetae.domain.id.UserId;

/**
 * How somebody proves who they are.
 *
 * @param step the newest time step of which a code was taken
 * @param failures wrong secrets in a row
 * @param failedAt when the last of them was; 1970 where there was none
 */
public record AccountRow(
    UserId user,
    String passwordHash,
    SealedSecret totp,
    long step,
    int failures,
    Instant failedAt) {

  public AccountRow failed(Instant at) {
    return new AccountRow(user, passwordHash, totp, step, failures + 1, at);
  }

  public AccountRow came(long newStep) {
    return new AccountRow(user, passwordHash, totp, newStep, 0, Instant.EPOCH);
  }
}
