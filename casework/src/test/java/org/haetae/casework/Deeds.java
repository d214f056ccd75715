package org.haetae.casework;

import java.time.Instant;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.UserId;

/** Deeds for tests. Stateless. */
public final class Deeds {
  private Deeds() {}

  public static Deed officer(Instant at) {
    return new Deed(new Actor(new UserId("officer-kim"), Role.OFFICER), at);
  }

  public static Deed supervisor(Instant at) {
    return new Deed(new Actor(new UserId("supervisor-lee"), Role.SUPERVISOR), at);
  }
}
