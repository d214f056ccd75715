package org.haetae.casework.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.vault.PrivateFiles;
import org.haetae.casework.vault.VaultException;
import org.haetae.casework.vault.tink.BackupKey;

/**
 * A folder with one key a week (ISO 8601, UTC). Every backup of a week is sealed with its key, so
 * that to destroy a week's key is to destroy all copies of its backups, wherever they lie.
 */
public final class BackupKeys {
  private static final String SUFFIX = ".key";
  private static final Duration WEEK = Duration.ofDays(7);

  private final Path folder;

  /**
   * @param folder made where it is absent
   */
  public BackupKeys(Path folder) {
    this.folder = folder;
  }

  /** A week's key, and whether it was made just now. */
  public record Taken(BackupKey key, Path file, boolean isNew) {}

  /**
   * The key for a backup of now.
   *
   * @throws BackupException where the folder or the key can't be used
   */
  public Taken take(Instant now) {
    LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
    Path file =
        folder.resolve(DateTimeFormatter.ISO_WEEK_DATE.format(day).substring(0, 8) + SUFFIX);
    try {
      PrivateFiles.folder(folder);
      PrivateFiles.requirePrivate(folder, "the folder of the backups' keys");
      boolean isNew = !Files.exists(file);
      if (isNew) {
        byte[] clear = BackupKey.generated().bytes();
        PrivateFiles.createWhole(file, clear);
        Arrays.fill(clear, (byte) 0);
      }
      return new Taken(read(file), file, isNew);
    } catch (IOException | GeneralSecurityException | VaultException e) {
      throw new BackupException(
          "the key of the backup can't be made or read in %s: %s".formatted(folder, e.getMessage()),
          e);
    }
  }

  /**
   * @throws BackupException where it is no key, or others can read it
   */
  public static BackupKey read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new BackupException(
            "the key %s is not there: a backup whose week's key was destroyed can't be opened by anybody"
                .formatted(file));
      }
      PrivateFiles.requirePrivate(file, "the key");
      byte[] clear = Files.readAllBytes(file);
      try {
        return BackupKey.parsed(clear);
      } finally {
        Arrays.fill(clear, (byte) 0);
      }
    } catch (VaultException e) {
      throw new BackupException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new BackupException("the key %s can't be read: %s".formatted(file, e), e);
    } catch (GeneralSecurityException e) {
      // Tink's sentence may quote what it read.
      throw new BackupException("%s is no key of a backup".formatted(file));
    }
  }

  /**
   * Destroys the keys of weeks that ended longer ago than {@code age}.
   *
   * @return the files that are no more
   */
  public List<Path> destroyOlder(Duration age, Instant now) {
    List<Path> gone = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : all) {
        if (begin(file).filter(begin -> begin.plus(WEEK).plus(age).isBefore(now)).isPresent()) {
          PrivateFiles.destroy(file);
          gone.add(file);
        }
      }
    } catch (IOException e) {
      throw new BackupException(
          "a key in %s can't be destroyed: %s; try again until it is gone".formatted(folder, e), e);
    }
    return gone;
  }

  private static Optional<Instant> begin(Path file) {
    try {
      String week = file.getFileName().toString().replace(SUFFIX, "");
      LocalDate monday = LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
      return Optional.of(monday.atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
