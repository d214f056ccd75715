package org.haetae.casework.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.store.SqliteFile;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.PrivateFiles;

/** Puts a database in another's place by one rename, so that at any moment one of them is there. */
final class Switch {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** What SQLite keeps beside a database that is or was open. */
  private static final List<String> BESIDE = List.of("-wal", "-shm");

  private Switch() {}

  /**
   * @param whole a database that is one file alone, on the same disk
   * @return what the one that was there is called now
   */
  static Optional<Path> put(Path whole, Path database, Instant now) throws IOException {
    try (FileChannel content = FileChannel.open(whole, StandardOpenOption.WRITE)) {
      content.force(true);
    }
    Optional<Path> aside = Optional.empty();
    if (Files.exists(database)) {
      Path old = free(database.getFileName() + ".before-" + STAMP.format(now), database);
      alone(database, old);
      Files.createLink(old, database);
      aside = Optional.of(old);
    }
    for (String suffix : BESIDE) {
      // A log without its database would be played into the new one.
      Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
    }
    PrivateFiles.syncFolderOf(database);
    Files.move(
        whole, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    PrivateFiles.syncFolderOf(database);
    return aside;
  }

  /** A name that nothing has yet: a restore may be taken back within its second. */
  private static Path free(String name, Path beside) {
    Path free = beside.resolveSibling(name);
    for (int more = 2; Files.exists(free); more++) {
      free = beside.resolveSibling("%s-%d".formatted(name, more));
    }
    return free;
  }

  /** Takes the log into the file; where that is too damaged for it, the log is kept beside. */
  private static void alone(Path database, Path old) throws IOException {
    try {
      SqliteFile.settle(database);
    } catch (StoreException e) {
      for (String suffix : BESIDE) {
        Path beside = database.resolveSibling(database.getFileName() + suffix);
        if (Files.exists(beside)) {
          Files.copy(beside, old.resolveSibling(old.getFileName() + suffix));
        }
      }
    }
  }
}
