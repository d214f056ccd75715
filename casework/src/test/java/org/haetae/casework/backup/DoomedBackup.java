package org.haetae.casework.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * The process that is killed: makes or brings back a backup, and prints a line when it begins and
 * when it is done.
 */
public final class DoomedBackup {
  private DoomedBackup() {}

  /**
   * @param args what to do, the site's folder, the backup's file, the key's file
   */
  public static void main(String[] args) {
    Kept kept = SampleSite.in(Path.of(args[1]));
    Path file = Path.of(args[2]);
    var key = BackupKeys.read(Path.of(args[3]));
    BackupWatcher silent = (_, _, _) -> {};
    System.out.println("begins");
    switch (args[0]) {
      case "backup" -> {
        var _ = new Backup(kept, silent).to(file, key, Instant.now());
      }
      case "restore" -> {
        var wish = new Restore.Wish(file, key, kept.masterKey(), Set.of(), true);
        var _ = new Restore(kept, silent).from(wish, Instant.now());
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.println("done");
  }
}
