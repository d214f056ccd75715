package org.haetae.casework.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.audit.ChainCheck;
import org.haetae.casework.audit.Finding;
import org.haetae.casework.audit.Link;
import org.haetae.casework.audit.Restoration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The audit trail of a SQLite database as one file.
 *
 * @param number of its last entry; 0 where there is none
 * @param hash of that, in hexadecimal
 * @param faults sentences on what is wrong with its newest part
 */
public record SqliteTrail(long number, String hash, List<String> faults) {
  /** So many of the newest are followed, in a few seconds; years would take hours. */
  private static final long NEWEST = 100_000;

  private static final int BATCH = 1000;

  public SqliteTrail {
    faults = List.copyOf(faults);
  }

  /** None at all, as before there were trails. */
  public static SqliteTrail none() {
    return new SqliteTrail(0, Link.GENESIS.hex(), List.of());
  }

  /** Whether both end with the same entry. */
  public boolean sameEnd(SqliteTrail other) {
    return number == other.number && hash.equals(other.hash);
  }

  /**
   * Follows the newest part of a file's trail, as far as its own chain and count go; the rest is
   * held against checkpoints elsewhere.
   *
   * @throws StoreException where it can't be read
   */
  public static SqliteTrail of(Path file) {
    try {
      return Jdbi.create("jdbc:sqlite:" + file.toAbsolutePath()).withHandle(SqliteTrail::of);
    } catch (JdbiException e) {
      throw new StoreException(
          "the audit trail of %s can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * The last time that it went back to an earlier state.
   *
   * @throws StoreException where it can't be read
   */
  public static Optional<Restoration> lastRestoration(Path file) {
    try {
      return Jdbi.create("jdbc:sqlite:" + file.toAbsolutePath())
          .withHandle(
              handle ->
                  kept(handle)
                      ? new AuditTable(handle).restorations().stream().reduce((_, newer) -> newer)
                      : Optional.empty());
    } catch (JdbiException e) {
      throw new StoreException(
          "the audit trail of %s can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static boolean kept(Handle handle) {
    return handle
            .createQuery("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'audit_head'")
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private static SqliteTrail of(Handle handle) {
    if (!kept(handle)) {
      return none();
    }
    AuditTable audit = new AuditTable(handle);
    Optional<AuditTable.Head> head = audit.head();
    if (head.isEmpty()) {
      return new SqliteTrail(0, Link.GENESIS.hex(), List.of("the trail's end is gone"));
    }
    long number = head.get().number();
    long first = Math.max(1, number - NEWEST + 1);
    ChainCheck check = ChainCheck.from(first);
    if (number > 0) {
      check.witness(number, head.get().hash(), "the database's own count");
    }
    long last = first - 1;
    List<Link> batch;
    do {
      batch = audit.links(last, BATCH);
      batch.forEach(check::take);
      last = batch.isEmpty() ? last : batch.getLast().number();
    } while (batch.size() == BATCH);
    return new SqliteTrail(
        number, head.get().hash().hex(), check.end().stream().map(Finding::sentence).toList());
  }
}
