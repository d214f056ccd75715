package org.haetae.casework.office;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.haetae.casework.ledger.Ledger;
import org.haetae.casework.ledger.LedgerConflict;
import org.haetae.casework.ledger.Recorded;
import org.haetae.domain.id.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * The casework as it stands. A change sees the newest state, is written to the ledger as a whole or
 * not at all, and counts only then. What another process wrote comes in before each change and by
 * {@link #catchUp}. Safe for many threads.
 */
public final class Office {
  private static final int PAGE = 10_000;
  private static final int TRIES = 8;

  private final Ledger ledger;
  private final Files files = new Files();
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final List<Consumer<Set<CaseId>>> listeners = new CopyOnWriteArrayList<>();
  private long position;

  /** Reads the whole ledger. */
  public Office(Ledger ledger) {
    this.ledger = ledger;
    catchUp();
  }

  /**
   * Has {@code listener} told which cases have changed, by the thread that changed them and under
   * its lock: it must be quick and must not change anything here.
   */
  public void listen(Consumer<Set<CaseId>> listener) {
    listeners.add(listener);
  }

  /** Looks at one consistent state; nothing of {@link Files} may be kept. */
  public <T extends @Nullable Object> T look(Function<Files, T> reader) {
    Lock reading = lock.readLock();
    reading.lock();
    try {
      return reader.apply(files);
    } finally {
      reading.unlock();
    }
  }

  /**
   * Changes something. {@code step} may run more than once where another process is at work, so it
   * decides by what it sees and touches nothing else.
   *
   * @return what {@code step} answered
   * @throws org.haetae.casework.ledger.Refusal where a rule forbids it; nothing has changed then
   */
  public <T extends @Nullable Object> T change(Function<Change, T> step) {
    Lock writing = lock.writeLock();
    writing.lock();
    try {
      for (int attempt = 1; ; attempt++) {
        readOn();
        try {
          return attempt(step);
        } catch (LedgerConflict e) {
          if (attempt == TRIES) {
            throw e;
          }
        }
      }
    } finally {
      writing.unlock();
    }
  }

  /** {@link #change} that answers nothing. */
  public void run(Consumer<Change> step) {
    var _ =
        change(
            change -> {
              step.accept(change);
              return true;
            });
  }

  /**
   * Forgets a case, as a start does that can't read its facts any more. Whatever they said of
   * others stays.
   */
  public void forget(CaseId file) {
    Lock writing = lock.writeLock();
    writing.lock();
    try {
      readOn();
      files.remove(file);
      tell(Set.of(file));
    } finally {
      writing.unlock();
    }
  }

  /** Takes in what other processes have written down. */
  public void catchUp() {
    Lock writing = lock.writeLock();
    writing.lock();
    try {
      readOn();
    } finally {
      writing.unlock();
    }
  }

  private <T extends @Nullable Object> T attempt(Function<Change, T> step) {
    Change change = new Change(files);
    boolean written = false;
    try {
      T answer = step.apply(change);
      if (!change.entries().isEmpty()) {
        position = ledger.append(change.entries(), position);
      }
      written = true;
      tell(change.touched());
      return answer;
    } finally {
      if (!written) {
        change.undo();
      }
    }
  }

  private void readOn() {
    List<Recorded> page;
    do {
      page = ledger.after(position, PAGE);
      Change change = new Change(files);
      for (Recorded recorded : page) {
        change.take(recorded.entry());
        position = recorded.position();
      }
      tell(change.touched());
    } while (page.size() == PAGE);
  }

  private void tell(Set<CaseId> touched) {
    if (!touched.isEmpty()) {
      listeners.forEach(listener -> listener.accept(Set.copyOf(touched)));
    }
  }
}
