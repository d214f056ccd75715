package org.haetae.casework.training;

import java.time.Instant;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;

/** What happened to somebody who works with cases. */
public sealed interface StaffFact extends Fact {
  /** Works here, or in another role or at another station from now on. */
  record Posted(Instant at, UserId by, Role role, StationId station) implements StaffFact {}

  /** Has completed a module. */
  record Trained(Instant at, UserId by, String module) implements StaffFact {}

  record Left(Instant at, UserId by) implements StaffFact {}
}
