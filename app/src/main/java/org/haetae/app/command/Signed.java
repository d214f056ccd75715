package org.haetae.app.command;

import java.time.Instant;
import java.util.function.Supplier;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.office.Office;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.UserId;

/** In whose name something is decided at the machine's prompt. */
final class Signed {
  private Signed() {}

  /**
   * What is done now, by somebody in the role that they have. Whether the role may is the desk's to
   * say.
   *
   * @throws Problem where nobody works here by that name
   */
  static Deed by(Office office, UserId user) {
    return new Deed(new Actor(user, WorksHere.as(user, office)), Instant.now());
  }

  /**
   * Decides it.
   *
   * @throws Problem where a desk refuses, with its sentence
   */
  static <T> T orRefused(Supplier<T> decision) {
    try {
      return decision.get();
    } catch (Refusal e) {
      throw new Problem(ExitCode.FAILURE_FOUND, String.valueOf(e.getMessage()), e);
    }
  }
}
