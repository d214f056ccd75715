package org.haetae.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.backup.Backup;
import org.haetae.casework.backup.BackupKeys;
import org.haetae.casework.backup.Kept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a backup. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Writes database and wrapped keys into one sealed file while the site runs, and reads it back"
          + " before it counts. The master key and the site's own file are not in it: keep a copy"
          + " of each somewhere else.",
      "",
      "Each week has a key of its own in the folder of --keys; without it nobody opens that week's"
          + " backups. Keys of weeks that ended longer ago than --keep are destroyed after a backup"
          + " was made, so that what was purged does not live on in old backups. Whoever keeps a"
          + " copy of such a key must destroy that, too.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haetae backup --config site.yaml --keys /etc/haetae/backup-keys --to"
          + " /mnt/usb/monday.backup",
      "  haetae backup --config site.yaml --keys /etc/haetae/backup-keys --to /var/backups/haetae",
      "Exit codes: 0 made and read back, 1 it could not be made, 2 usage or configuration."
    })
final class BackupCommand implements Callable<Integer> {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Duration SHORTEST = Duration.ofDays(1);

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The site's YAML file.")
  private Path config = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "A new file, or a folder in which it is named by the time.")
  private Path to = Path.of("");

  @Option(
      names = "--keys",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the weeks' keys lie; made on first use.")
  private Path keys = Path.of("");

  @Option(
      names = "--keep",
      paramLabel = "DURATION",
      defaultValue = "672h",
      converter = Durations.class,
      description = "How long a week's key outlives its week; ${DEFAULT-VALUE} unless given.")
  private Duration keep = Duration.ofDays(28);

  @Override
  public Integer call() {
    if (keep.compareTo(SHORTEST) < 0) {
      throw new Problem(ExitCode.USAGE, "--keep must be at least 24h");
    }
    Kept kept = KeptFiles.of(config);
    Instant now = Instant.now();
    Path file = Files.isDirectory(to) ? to.resolve("haetae-" + STAMP.format(now) + ".backup") : to;
    return KeptFiles.orProblem(() -> made(kept, file, now)).value();
  }

  private ExitCode made(Kept kept, Path file, Instant now) {
    BackupKeys weeks = new BackupKeys(keys);
    BackupKeys.Taken key = weeks.take(now);
    if (key.isNew()) {
      System.err.printf(
          "haetae: a new week has a new key, %s: without it or a copy of it nobody opens this"
              + " week's backups%n",
          key.file());
    }
    Backup.Made made = new Backup(kept, KeptFiles.bars()).to(file, key.key(), now);
    System.out.printf(
        "%s: %,d bytes, %,d rows in %d tables (schema %d), %d keys, audit trail as far as"
            + " entry %d; read back and the same%n",
        file,
        made.bytes(),
        made.facts().rows().values().stream().mapToLong(Long::longValue).sum(),
        made.facts().rows().size(),
        made.facts().schema(),
        made.keys(),
        made.trail().number());
    made.trail()
        .faults()
        .forEach(
            fault ->
                System.err.printf(
                    "haetae: the audit trail is backed up as it is, but %s: run haetae audit"
                        + " verify%n",
                    fault));
    made.damaged()
        .forEach(
            path ->
                System.err.printf(
                    "haetae: the key %s is damaged and was left out: what it sealed is lost%n",
                    kept.keys().resolve(path)));
    weeks
        .destroyOlder(keep, now)
        .forEach(
            gone ->
                System.err.printf(
                    "haetae: destroyed %s: destroy the copies that you keep of it, too%n", gone));
    return made.damaged().isEmpty() && made.trail().faults().isEmpty()
        ? ExitCode.DONE
        : ExitCode.FAILURE_FOUND;
  }
}
