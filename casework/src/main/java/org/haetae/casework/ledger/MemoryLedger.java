package org.haetae.casework.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger that ends with its process. Safe for many threads. */
public final class MemoryLedger implements Ledger {
  private final List<Recorded> all = new ArrayList<>();
  private final Map<Subject, Integer> last = new HashMap<>();

  @Override
  public synchronized long append(List<Entry> entries, long read) {
    if (read != all.size()) {
      throw new LedgerConflict();
    }
    Map<Subject, Integer> then = new HashMap<>();
    for (Entry entry : entries) {
      Subject subject = entry.subject();
      int before = then.getOrDefault(subject, last.getOrDefault(subject, 0));
      if (entry.number() != before + 1) {
        throw new LedgerConflict(subject);
      }
      then.put(subject, entry.number());
    }
    last.putAll(then);
    entries.forEach(entry -> all.add(new Recorded(all.size() + 1L, entry)));
    return all.size();
  }

  @Override
  public synchronized List<Recorded> after(long position, int most) {
    int from = (int) Math.min(position, all.size());
    return List.copyOf(all.subList(from, Math.min(all.size(), from + most)));
  }
}
