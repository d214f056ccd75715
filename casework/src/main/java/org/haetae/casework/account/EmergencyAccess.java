package org.haetae.casework.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.haetae.casework.store.EmergencyAccessRow;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.UserId;

/**
 * Opens a case to an officer who doesn't answer for it, because somebody's life can't wait for the
 * one who does: with a reason, for an hour, and never unseen. Safe for many threads.
 */
public final class EmergencyAccess {
  /** Long enough to act, too short to browse. */
  public static final Duration LASTS = Duration.ofHours(1);

  /** Less than this is no reason. */
  public static final int SHORTEST_REASON = 10;

  private final Store store;
  private final InstantSource clock;

  /**
   * @param clock one that never goes back
   */
  public EmergencyAccess(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Opens a case.
   *
   * @throws AccountRefusal where the reason says nothing
   */
  public void open(UserId user, CaseId file, String reason) {
    if (reason.strip().length() < SHORTEST_REASON) {
      throw new AccountRefusal(
          "say in a few words why it can't wait: a supervisor will read it, and it is kept");
    }
    Instant now = clock.instant();
    store.run(
        in -> {
          in.emergencyAccess().add(user, file, reason.strip(), now, now.plus(LASTS));
          in.audit().note(AccountNotes.brokeGlass(user, file));
        });
  }

  /** What is open to somebody now. */
  public Set<CaseId> opened(UserId user) {
    return store.read(in -> in.emergencyAccess().open(user, clock.instant()));
  }

  /** What no supervisor has looked at, the oldest first. */
  public List<EmergencyAccessRow> unseen() {
    return store.read(in -> in.emergencyAccess().unseen());
  }

  private static boolean seen(Transaction in, long id, UserId by) {
    boolean seen = in.emergencyAccess().seen(id, by);
    if (seen) {
      in.audit().note(AccountNotes.lookedAtEmergency(by, id));
    }
    return seen;
  }

  /**
   * A supervisor has looked at it.
   *
   * @throws AccountRefusal where it is the supervisor's own, or somebody has looked already
   */
  public void seen(long id, UserId by) {
    if (!store.<Boolean>write(in -> seen(in, id, by))) {
      throw new AccountRefusal(
          "somebody has looked at it already, or it is your own: leave it to another");
    }
  }
}
