package org.haetae.casework.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.haetae.domain.id.UserId;

/**
 * Names that nobody has and that were tried all the same. They are locked out as accounts are, or
 * the wait would tell which names exist. Kept in memory, a bounded number. Safe for many threads.
 */
final class UnknownNames {
  private static final int MOST = 10_000;

  private final LockOut lockOut;
  // Guarded by this; what was tried longest ago comes first.
  private final LinkedHashMap<UserId, Failures> names = new LinkedHashMap<>(16, 0.75f, true);

  UnknownNames(LockOut lockOut) {
    this.lockOut = lockOut;
  }

  private record Failures(int count, Instant last) {}

  /**
   * Counts a try, unless it came too early.
   *
   * @return when the next may be made, as of before this one
   */
  synchronized Instant tried(UserId name, Instant now) {
    Failures before = names.getOrDefault(name, new Failures(0, Instant.EPOCH));
    Instant until = lockOut.until(before.count(), before.last());
    if (!now.isBefore(until)) {
      names.put(name, new Failures(before.count() + 1, now));
    }
    if (names.size() > MOST) {
      Map.Entry<UserId, Failures> oldest = names.firstEntry();
      names.remove(oldest.getKey());
    }
    return until;
  }
}
