package org.haetae.casework.store;

import java.util.List;
import org.haetae.casework.ledger.Entry;
import org.haetae.casework.ledger.Ledger;
import org.haetae.casework.ledger.Recorded;

/** The ledger in the database; each change is one transaction. */
public record StoredLedger(Store store) implements Ledger {
  @Override
  public long append(List<Entry> entries, long read) {
    store.prepare(
        entries.stream()
            .map(entry -> LedgerTable.owner(entry.subject().kind(), entry.about()))
            .toList());
    return store.write(in -> in.ledger().append(entries, read));
  }

  @Override
  public List<Recorded> after(long position, int most) {
    return store.read(in -> in.ledger().after(position, most));
  }
}
