package org.haetae.casework.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import org.haetae.casework.checkpoint.CheckpointException;
import org.haetae.casework.checkpoint.CheckpointFile;
import org.haetae.casework.store.SqliteFacts;
import org.haetae.casework.store.SqliteFile;
import org.haetae.casework.store.SqliteTrail;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.KeyTree;
import org.haetae.casework.vault.PrivateFiles;
import org.haetae.casework.vault.VaultException;
import org.haetae.casework.vault.tink.BackupKey;

/** Makes a backup while the site runs. */
public final class Backup {
  private final Kept kept;
  private final BackupWatcher watcher;

  public Backup(Kept kept, BackupWatcher watcher) {
    this.kept = kept;
    this.watcher = watcher;
  }

  /**
   * What was made.
   *
   * @param bytes the file's length
   * @param facts what its database holds
   * @param damaged keys that the master key did not open, so that they were left out
   * @param trail how far its audit trail goes, and what is wrong with that
   */
  public record Made(
      long bytes, SqliteFacts facts, int keys, List<String> damaged, SqliteTrail trail) {}

  /**
   * Writes a new file and reads it back: only one that was opened, examined and counted gets its
   * name. A killed process leaves a file of another name, which the next backup to the same name
   * throws away.
   *
   * @throws BackupException where it can't be made; there is no file then
   */
  public Made to(Path file, BackupKey key, Instant now) {
    if (!Files.exists(kept.database())) {
      throw new BackupException(
          "there is no database %s to back up: has the site ever run?".formatted(kept.database()));
    }
    if (Files.exists(file)) {
      throw new BackupException(
          "%s is there already and is not overwritten: name another file".formatted(file));
    }
    Path half = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".half");
    try (Workshop workshop = Workshop.beside(kept.database())) {
      Files.deleteIfExists(half);
      Path snapshot = workshop.file("snapshot");
      SqliteFile.copy(kept.database(), snapshot);
      SqliteFacts facts = SqliteFile.count(snapshot);
      // The keys second: whatever the copy needs is there by now, or destroyed for good.
      KeyTree keys = KeyTree.read(kept.keys(), kept.masterKey());
      List<String> checkpoints = new CheckpointFile(kept.checkpoints()).lines();
      BackupHeader header = new BackupHeader(now, facts.schema(), key.id());
      Manifest written =
          new BackupWriter(key, watcher)
              .write(
                  half,
                  header,
                  new BackupWriter.Contents(
                      snapshot, facts, SqliteTrail.of(snapshot), keys, checkpoints));
      BackupContent read = new BackupReader(half, key, watcher).read(workshop.file("read-back"));
      if (!read.manifest().equals(written)) {
        throw new BackupException(
            "the disk of %s gives back other bytes than it got".formatted(file));
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      PrivateFiles.syncFolderOf(file);
      return new Made(Files.size(file), facts, keys.count(), keys.damaged(), read.trail());
    } catch (IOException
        | GeneralSecurityException
        | StoreException
        | VaultException
        | CheckpointException
        | BackupException e) {
      discard(half, e);
      throw e instanceof BackupException known
          ? known
          : new BackupException(
              "the backup %s could not be made: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static void discard(Path half, Exception cause) {
    try {
      Files.deleteIfExists(half);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
