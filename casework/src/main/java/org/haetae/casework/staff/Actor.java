package org.haetae.casework.staff;

import org.haetae.domain.id.UserId;

/** A user in the role in which something is done. */
public record Actor(UserId user, Role role) {
  /** Deeds of the clock, such as a notice that is sent because it is due. */
  public static final Actor CLOCK = new Actor(new UserId("haetae"), Role.SUPERVISOR);

  public boolean supervises() {
    return role == Role.SUPERVISOR;
  }
}
