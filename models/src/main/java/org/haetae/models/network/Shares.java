package org.haetae.models.network;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is opened once for all who hold it, and freed by the last of them. Safe for many threads;
 * opening and freeing keep the others waiting.
 *
 * @param <K> what makes two of them one
 */
public final class Shares<K, R> {
  private final Consumer<R> free;
  private final Map<K, Held<R>> all = new HashMap<>();

  /**
   * @param free is given each once, when nobody holds it any more
   */
  public Shares(Consumer<R> free) {
    this.free = free;
  }

  /**
   * Takes a share, which is to be {@link #give given} back once.
   *
   * @param open is asked where nobody holds one; what it throws leaves nothing behind
   */
  public synchronized R take(K key, Supplier<R> open) {
    Held<R> held = all.get(key);
    if (held == null) {
      held = new Held<>(open.get());
      all.put(key, held);
    }
    held.shares++;
    return held.what;
  }

  public synchronized void give(K key) {
    Held<R> held = all.get(key);
    if (held == null) {
      throw new IllegalStateException("nobody holds " + key);
    }
    if (--held.shares == 0) {
      all.remove(key);
      free.accept(held.what);
    }
  }

  private static final class Held<R> {
    final R what;
    int shares;

    Held(R what) {
      this.what = what;
    }
  }
}
