package org.haetae.casework.ledger;

import java.util.List;

/** Where facts are written down. Safe for many threads and many processes. */
public interface Ledger {

  /**
   * Writes all of {@code entries} or none, one after the other.
   *
   * @param entries at least one
   * @param read the position up to which the writer has read; what was decided without having seen
   *     what somebody else wrote since is refused
   * @return the position of the last
   * @throws LedgerConflict where something was written since, or a number is taken or leaves a hole
   */
  long append(List<Entry> entries, long read);

  /**
   * What was written after {@code position}, the oldest first.
   *
   * @param position 0 for everything
   * @param most at least 1
   */
  List<Recorded> after(long position, int most);
}
