package org.haetae.app;

import java.time.Instant;
import java.util.Optional;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.SessionRule;
import org.haetae.casework.office.Office;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Store;
import org.haetae.casework.training.StaffFact.Posted;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;

/**
 * Somebody must come in first to let the others in: where nobody works yet and nobody has an
 * account there is one supervisor, whose link is printed once. There is no password to begin with.
 */
final class FirstSupervisor {
  private static final UserId NAME = new UserId("admin");
  private static final StationId STATION = new StationId("headquarters");

  private FirstSupervisor() {}

  /** The secret of a link by which the first supervisor sets up password and phone. */
  static Optional<String> link(Office office, Store store, Instant now) {
    boolean alone =
        office.<Boolean>look(
            files -> files.staff().stream().allMatch(one -> one.id().equals(NAME)));
    if (!alone || !store.<Boolean>read(in -> in.accounts().users().isEmpty())) {
      return Optional.empty();
    }
    if (office.<Boolean>look(files -> files.staff(NAME).role().isEmpty())) {
      Deed deed = new Deed(new Actor(NAME, Role.SUPERVISOR), now);
      office.run(
          change -> change.add(NAME, new Posted(deed.at(), deed.by(), Role.SUPERVISOR, STATION)));
    }
    return Optional.of(AccountDesk.invite(store, NAME, SessionRule.standard(), now).secret());
  }
}
