package org.haetae.casework.staff;

import java.time.Instant;
import org.haetae.domain.id.UserId;

/** Who does something, and when. */
public record Deed(Actor actor, Instant at) {
  public UserId by() {
    return actor.user();
  }
}
