package org.haetae.casework.vault;

import java.time.Instant;
import java.time.InstantSource;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;

/** A database together with the keys of its text. Opened once, closed once. */
public record SealedStore(Store store, KeyRing ring) implements AutoCloseable {
  /** Rows of each table that are sealed in one transaction. */
  private static final int PAGE = 2_000;

  /**
   * Opens both. Ends what was interrupted: a change of the master key, and the sealing of text from
   * before there was any. That may take a minute, once; each page of it is whole on the disk.
   *
   * @param clock by which entries of the audit trail are dated
   * @throws StoreException where the database can't be opened, or holds plain text though all of it
   *     was sealed before
   * @throws VaultException where the keys can't be opened
   */
  public static SealedStore open(Database database, KeyPlaces places, InstantSource clock) {
    return open(database, places, clock, false);
  }

  /** As {@link #open}, but takes plain text in, such as that of a backup from long ago. */
  public static SealedStore sealing(Database database, KeyPlaces places, InstantSource clock) {
    return open(database, places, clock, true);
  }

  private static SealedStore open(
      Database database, KeyPlaces places, InstantSource clock, boolean takesPlain) {
    Rotation.finishInterrupted(places);
    KeyRing ring = KeyRing.open(places);
    try {
      Store store = Store.open(database, ring, clock);
      try {
        sealed(store, ring, clock.instant(), takesPlain);
        return new SealedStore(store, ring);
      } catch (RuntimeException e) {
        store.close();
        throw e;
      }
    } catch (RuntimeException e) {
      ring.close();
      throw e;
    }
  }

  private static void sealed(Store store, KeyRing ring, Instant now, boolean takesPlain) {
    if (!store.allSealed() || takesPlain) {
      if (!takesPlain && store.hasPlain(ring.sealed())) {
        throw new StoreException(
            """
            the database holds plain text though its keys have sealed all before: if you put \
            back a backup from long ago, run haetae keys seal\
            """,
            new IllegalStateException("plain text"));
      }
      ring.beLenient();
      int rows;
      do {
        rows = store.sealSome(PAGE);
      } while (rows > 0);
      store.overwritten(now);
    }
    ring.beStrict();
  }

  @Override
  public void close() {
    store.close();
    ring.close();
  }
}
