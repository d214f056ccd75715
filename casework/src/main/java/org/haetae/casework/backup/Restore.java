package org.haetae.casework.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.SqliteFacts;
import org.haetae.casework.store.SqliteFile;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.KeyReturn;
import org.haetae.casework.vault.KeyTree;
import org.haetae.casework.vault.VaultException;
import org.haetae.casework.vault.tink.BackupKey;
import org.haetae.domain.id.OrderId;

/** Brings a backup back. */
public final class Restore {
  private final Kept kept;
  private final BackupWatcher watcher;

  public Restore(Kept kept, BackupWatcher watcher) {
    this.kept = kept;
    this.watcher = watcher;
  }

  /**
   * What is wished.
   *
   * @param masterThen the master key at the time of the backup
   * @param destroyed names of keys that must not come back, besides those that the backup and the
   *     site's own folder know
   * @param replace whether a database that is there may be put aside
   */
  public record Wish(
      Path from, BackupKey key, Path masterThen, Set<String> destroyed, boolean replace) {
    public Wish {
      destroyed = Set.copyOf(destroyed);
    }
  }

  /**
   * What was done.
   *
   * @param made when the backup was made
   * @param facts what its database held
   * @param forgotten orders whose key was destroyed since: they ended by a decision that the
   *     database does not know any more
   * @param aside the database that was there before
   */
  public record Done(
      Instant made, SqliteFacts facts, Set<OrderId> forgotten, Optional<Path> aside) {}

  /**
   * Opens, proves and tries a backup beside the site's files; only then keys join the keys that are
   * there, and the database changes by one rename. A process that is killed leaves the old one or
   * the new one.
   *
   * @throws BackupException where it is refused; the site's database is untouched then
   */
  public Done from(Wish wish, Instant now) {
    requireOlder(BackupReader.header(wish.from()), wish.from());
    requireRoom(wish.replace());
    try {
      Path folder = kept.database().toAbsolutePath().getParent();
      Files.createDirectories(folder);
      try (Workshop workshop = Workshop.beside(kept.database())) {
        BackupContent content =
            new BackupReader(wish.from(), wish.key(), watcher).read(workshop.file("database"));
        try (KeyReturn keys =
            KeyReturn.open(kept.keys(), kept.masterKey(), wish.masterThen(), content.keys())) {
          Set<String> gone = keys.join(wish.destroyed());
          Set<OrderId> forgotten = tried(content.database(), gone);
          Optional<Path> aside = Switch.put(content.database(), kept.database(), now);
          return new Done(content.header().made(), content.manifest().facts(), forgotten, aside);
        }
      }
    } catch (IOException | StoreException | VaultException e) {
      throw new BackupException(
          "%s can't be restored: %s".formatted(wish.from(), e.getMessage()), e);
    }
  }

  /**
   * Takes a restore back: the database that was put aside comes to its place again, and the one
   * that is there is put aside in turn. Keys that were destroyed meanwhile stay so.
   *
   * @return what the one that was there is called now
   * @throws BackupException where a site runs, or it is no whole database
   */
  public Optional<Path> undo(Path aside, Instant now) {
    KeyTree none = new KeyTree(Map.of(), Set.of(), List.of());
    try (KeyReturn _ = KeyReturn.open(kept.keys(), kept.masterKey(), kept.masterKey(), none)) {
      SqliteFacts _ = SqliteFile.examine(aside);
      SqliteFile.settle(aside);
      return Switch.put(aside, kept.database(), now);
    } catch (IOException | StoreException | VaultException e) {
      throw new BackupException("%s can't be put back: %s".formatted(aside, e.getMessage()), e);
    }
  }

  /** Opens the database as a site would, with this version's tables. */
  private static Set<OrderId> tried(Path database, Set<String> gone) {
    Set<OrderId> forgotten = new TreeSet<>();
    try (Store store = Store.open(new Database.Sqlite(database))) {
      for (String key : gone) {
        forgotten.addAll(store.read(in -> in.templates().orders(key)));
      }
    }
    SqliteFile.settle(database);
    return forgotten;
  }

  private static void requireOlder(BackupHeader header, Path from) {
    int newest = Store.newestSchema();
    if (header.schema() > newest) {
      throw new BackupException(
          "%s has tables of a newer version of Haetae (%d, and this one knows %d): restore it with that version"
              .formatted(from, header.schema(), newest));
    }
  }

  private void requireRoom(boolean replace) {
    if (Files.exists(kept.database()) && !replace) {
      throw new BackupException(
          "there is a database %s already: with --replace it is put aside and kept"
              .formatted(kept.database()));
    }
  }
}
