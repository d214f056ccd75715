package org.haetae.app.command;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.app.terminal.Progress;
import org.haetae.casework.backup.BackupException;
import org.haetae.casework.backup.BackupWatcher;
import org.haetae.casework.backup.Kept;

/** What backup and restore share: the site's files, the bar, and refusals as problems. */
final class KeptFiles {
  private KeptFiles() {}

  static Kept of(Path config) {
    Records records =
        SiteFiles.read(config)
            .casework()
            .records()
            .orElseThrow(
                () ->
                    new Problem(
                        ExitCode.USAGE,
                        config + " keeps no database: name one under \"casework: database:\""));
    return new Kept(records.database(), records.keys(), records.masterKey(), records.checkpoints());
  }

  /** One bar a step. */
  static BackupWatcher bars() {
    return new BackupWatcher() {
      private String current = "";
      private Progress bar = Progress.onStandardError("", 0);

      @Override
      public void at(String step, long done, long total) {
        if (!step.equals(current)) {
          current = step;
          bar = Progress.onStandardError(step, total);
        }
        bar.at(done, "%,d of %,d bytes".formatted(done, total));
        if (done == total) {
          bar.done("%,d bytes".formatted(total));
        }
      }
    };
  }

  static <T> T orProblem(Supplier<T> work) {
    try {
      return work.get();
    } catch (BackupException e) {
      throw new Problem(ExitCode.FAILURE_FOUND, String.valueOf(e.getMessage()), e);
    }
  }
}
