package org.haetae.casework.store;

import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.id.UserId;

/**
 * A link that is good once.
 *
 * @param hash of its secret
 * @param totp the secret of the phone that is being set up; made when the link is first opened
 */
public record InvitationRow(
    String hash, UserId user, Kind kind, Instant until, Optional<SealedSecret> totp) {

  /** What it is good for. */
  public enum Kind {
    /** To set a password and a phone. */
    JOIN,
    /** To come in without either. */
    PASS
  }
}
