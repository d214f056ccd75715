package org.haetae.casework.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.haetae.casework.vault.PrivateFiles;

/**
 * A private folder beside a database, for copies of it that last as long as one backup or restore.
 * What a killed process left is thrown away by the next, and when it is closed. One process at a
 * time.
 */
final class Workshop implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private Workshop(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static Workshop beside(Path database) throws IOException {
    Path folder = database.resolveSibling("." + database.getFileName() + ".copies");
    PrivateFiles.folder(folder);
    PrivateFiles.requirePrivate(folder, "the folder");
    FileChannel lock =
        FileChannel.open(
            folder.resolve(LOCK),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PrivateFiles.mode("rw-------"));
    try {
      if (lock.tryLock() != null) {
        Workshop workshop = new Workshop(folder, lock);
        workshop.sweep();
        return workshop;
      }
    } catch (OverlappingFileLockException e) {
      // Another one within this process is no better.
    }
    lock.close();
    throw new BackupException(
        "another backup or restore of %s is under way: wait for its end".formatted(database));
  }

  /** An empty file that only this user can read. */
  Path file(String name) throws IOException {
    return Files.createFile(folder.resolve(name), PrivateFiles.mode("rw-------"));
  }

  private void sweep() throws IOException {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        if (!file.getFileName().toString().equals(LOCK)) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      sweep();
    }
  }
}
