package org.haetae.casework.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.haetae.casework.store.SqliteFacts;
import org.haetae.casework.store.SqliteFile;
import org.haetae.casework.store.SqliteTrail;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.KeyTree;
import org.haetae.casework.vault.tink.BackupKey;

/** Opens a backup and believes nothing of it until its last byte was read. */
final class BackupReader {
  /** Nothing that leads out of the folder. */
  private static final Pattern KEY =
      Pattern.compile("keys/([a-z-]+/)?([0-9a-f]{32}\\.key|[a-z-]+\\.secret|witness)");

  private static final int BUFFER = 1 << 16;
  private static final int SMALL = 1 << 26;

  private final Path file;
  private final BackupKey key;
  private final BackupWatcher watcher;

  BackupReader(Path file, BackupKey key, BackupWatcher watcher) {
    this.file = file;
    this.key = key;
    this.watcher = watcher;
  }

  /** What a backup says of itself, unproved. */
  static BackupHeader header(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return BackupHeader.read(in, file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Opens all of it.
   *
   * @param database an empty file, for the database
   * @throws BackupException where a bit of it differs or the key is another one
   */
  BackupContent read(Path database) {
    BackupHeader header = header(file);
    if (!header.key().equals(key.id())) {
      throw new BackupException(
          "%s was sealed with another key: name the one of the week of %s (its id is %s)"
              .formatted(file, header.made(), header.key()));
    }
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      byte[] label = header.bytes();
      plain.skipNBytes(label.length);
      BackupContent content;
      try (DataInputStream in = new DataInputStream(key.opening(plain, label))) {
        content = parts(header, in, database);
        if (in.read() >= 0) {
          throw new IOException("there is more after its end");
        }
      }
      SqliteFacts found = SqliteFile.examine(content.database());
      if (!found.equals(content.manifest().facts()) || found.schema() != header.schema()) {
        throw new IOException("its rows are not those that were counted");
      }
      Manifest manifest = content.manifest();
      SqliteTrail trail = SqliteTrail.of(content.database());
      if (!trail.sameEnd(new SqliteTrail(manifest.entry(), manifest.hash(), List.of()))) {
        throw new IOException("its audit trail does not end where it did");
      }
      return content.withTrail(trail);
    } catch (NoSuchFileException e) {
      throw unreadable(file, e);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException | StoreException e) {
      throw new BackupException(
          "%s was altered or cut short after it was made: use another backup".formatted(file), e);
    }
  }

  private static BackupException unreadable(Path file, IOException e) {
    return new BackupException(
        "%s can't be read (%s): check the path and the rights".formatted(file, e), e);
  }

  private BackupContent parts(BackupHeader header, DataInputStream in, Path database)
      throws IOException {
    Map<String, String> sums = new HashMap<>();
    Map<String, byte[]> keys = new TreeMap<>();
    Map<String, byte[]> shelf = Map.of();
    Set<String> destroyed = Set.of();
    List<String> checkpoints = List.of();
    for (String name = in.readUTF(); ; name = in.readUTF()) {
      switch (name) {
        case BackupWriter.DATABASE -> {
          try (OutputStream out =
              Files.newOutputStream(database, StandardOpenOption.TRUNCATE_EXISTING)) {
            sums.put(name, copy(in, in.readLong(), out));
          }
        }
        case BackupWriter.SHELF -> shelf = KeyTree.shelf(small(in, name, sums));
        case BackupWriter.DESTROYED -> destroyed = Set.copyOf(lines(in, name, sums));
        case BackupWriter.CHECKPOINTS -> checkpoints = lines(in, name, sums);
        case BackupWriter.MANIFEST -> {
          Manifest manifest =
              Manifest.parsed(new String(small(in, name, new HashMap<>()), StandardCharsets.UTF_8));
          if (!manifest.files().equals(sums)) {
            throw new IOException("its parts are not those of its manifest");
          }
          return new BackupContent(
              header,
              manifest,
              database,
              new KeyTree(keys, shelf, destroyed, List.of()),
              checkpoints,
              SqliteTrail.none());
        }
        default -> {
          if (!KEY.matcher(name).matches()) {
            throw new IOException("it has a part of a name that none may have");
          }
          keys.put(name.substring(BackupWriter.KEYS.length()), small(in, name, sums));
        }
      }
    }
  }

  private List<String> lines(DataInputStream in, String name, Map<String, String> sums)
      throws IOException {
    return new String(small(in, name, sums), StandardCharsets.UTF_8).lines().toList();
  }

  private byte[] small(DataInputStream in, String name, Map<String, String> sums)
      throws IOException {
    long length = in.readLong();
    if (length > SMALL) {
      throw new IOException(name + " is too long");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sums.put(name, copy(in, length, bytes));
    return bytes.toByteArray();
  }

  private String copy(InputStream in, long length, OutputStream out) throws IOException {
    MessageDigest sum = Sums.sha256();
    byte[] buffer = new byte[BUFFER];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new IOException("it ends too soon");
      }
      sum.update(buffer, 0, read);
      out.write(buffer, 0, read);
      left -= read;
      if (length > BUFFER) {
        watcher.at("reading back", length - left, length);
      }
    }
    return HexFormat.of().formatHex(sum.digest());
  }
}
