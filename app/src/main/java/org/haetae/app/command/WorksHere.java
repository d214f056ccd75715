package org.haetae.app.command;

import java.util.Optional;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.office.Office;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.UserId;

/** Whoever a command is told to act for. */
final class WorksHere {
  private WorksHere() {}

  /**
   * The role in which somebody works here.
   *
   * @throws Problem where nobody does by that name
   */
  static Role as(UserId user, Office office) {
    return office
        .<Optional<Role>>look(files -> files.staff(user).role())
        .orElseThrow(
            () ->
                new Problem(
                    ExitCode.USAGE,
                    "nobody works here as %s: haetae import --config FILE staff FILE enters people"
                        .formatted(user)));
  }
}
