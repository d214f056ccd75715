package org.haetae.casework.office;

import java.util.List;
import org.haetae.casework.ledger.Entry;
import org.haetae.casework.ledger.Ledger;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.ledger.Recorded;

/** A ledger to which something happens before each writing, such as another process or a fault. */
final class TroubledLedger implements Ledger {
  private final MemoryLedger inner;
  private Runnable trouble = () -> {};

  TroubledLedger(MemoryLedger inner) {
    this.inner = inner;
  }

  /** Before each writing from now on. */
  void always(Runnable happens) {
    trouble = happens;
  }

  /** Before the next writing only. */
  void once(Runnable happens) {
    trouble =
        () -> {
          trouble = () -> {};
          happens.run();
        };
  }

  @Override
  public long append(List<Entry> entries, long read) {
    trouble.run();
    return inner.append(entries, read);
  }

  @Override
  public List<Recorded> after(long position, int most) {
    return inner.after(position, most);
  }
}
