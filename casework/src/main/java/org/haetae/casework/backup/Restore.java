package org.haetae.casework.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.audit.Restoration;
import org.haetae.casework.audit.SignedCheckpoint;
import org.haetae.casework.checkpoint.CheckpointException;
import org.haetae.casework.checkpoint.CheckpointFile;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.SqliteFacts;
import org.haetae.casework.store.SqliteFile;
import org.haetae.casework.store.SqliteTrail;
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
   * @param erased cases, orders and respondents that were erased since and stay so
   * @param trail how far the audit trail went, and what is wrong with that
   * @param known the number of the last entry that the site's checkpoints know
   * @param aside the database that was there before
   */
  public record Done(
      Instant made,
      SqliteFacts facts,
      Set<OrderId> forgotten,
      Set<Owner> erased,
      SqliteTrail trail,
      long known,
      Optional<Path> aside) {}

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
          SqliteFacts facts = content.manifest().facts();
          Instant made = content.header().made();
          Arrival.News news =
              new Arrival(kept.places(), now)
                  .tell(content.database(), facts, gone, last -> Restoration.brought(made, last));
          long known = checkpoints(content.checkpoints());
          Optional<Path> aside = Switch.put(content.database(), kept.database(), now);
          return new Done(
              made, facts, news.forgotten(), news.erased(), content.trail(), known, aside);
        }
      }
    } catch (IOException | StoreException | VaultException | CheckpointException e) {
      throw new BackupException(
          "%s can't be restored: %s".formatted(wish.from(), e.getMessage()), e);
    }
  }

  /**
   * Takes a restore back: the database that was put aside comes to its place again, and the one
   * that is there is put aside in turn. Keys that were destroyed meanwhile stay so.
   *
   * <p>The trail of the one that comes back says so, and nobody is signed in to it.
   *
   * @return what the one that was there is called now
   * @throws BackupException where a site runs, or it is no whole database
   */
  public Optional<Path> undo(Path aside, Instant now) {
    try (KeyReturn _ =
        KeyReturn.open(kept.keys(), kept.masterKey(), kept.masterKey(), KeyTree.none())) {
      SqliteFacts facts = SqliteFile.examine(aside);
      Optional<Restoration> undone = undone();
      Arrival.News _ =
          new Arrival(kept.places(), now)
              .tell(
                  aside,
                  facts,
                  Set.of(),
                  last -> undone.map(Restoration::undone).orElseGet(() -> Restoration.put(last)));
      return Switch.put(aside, kept.database(), now);
    } catch (IOException | StoreException | VaultException e) {
      throw new BackupException("%s can't be put back: %s".formatted(aside, e.getMessage()), e);
    }
  }

  /**
   * Those that the site has stay where they are, whatever they say of entries that are lost now:
   * the trail itself says that it went back.
   *
   * @return the highest number that one of them names
   */
  private long checkpoints(List<String> copy) {
    CheckpointFile file = new CheckpointFile(kept.checkpoints());
    file.addMissing(copy);
    return file.lines().stream()
        .flatMap(line -> SignedCheckpoint.read(line).stream())
        .mapToLong(signed -> signed.checkpoint().number())
        .max()
        .orElse(0);
  }

  /** Empty where the database that is there is too damaged to say so, or never was restored. */
  private Optional<Restoration> undone() {
    try {
      return Files.exists(kept.database())
          ? SqliteTrail.lastRestoration(kept.database())
          : Optional.empty();
    } catch (StoreException e) {
      return Optional.empty();
    }
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
