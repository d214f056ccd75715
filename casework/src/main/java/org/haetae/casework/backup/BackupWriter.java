package org.haetae.casework.backup;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.casework.store.SqliteFacts;
import org.haetae.casework.store.SqliteTrail;
import org.haetae.casework.vault.KeyTree;
import org.haetae.casework.vault.PrivateFiles;
import org.haetae.casework.vault.tink.BackupKey;

/** Writes the file: a header, then, sealed as one stream, each part by name, length and bytes. */
final class BackupWriter {
  static final String DATABASE = "database";
  static final String DESTROYED = "destroyed";
  static final String KEYS = "keys/";
  static final String SHELF = "shelf";
  static final String CHECKPOINTS = "checkpoints";
  static final String MANIFEST = "manifest";
  private static final int BUFFER = 1 << 16;

  private final BackupKey key;
  private final BackupWatcher watcher;
  private final Map<String, String> sums = new TreeMap<>();

  BackupWriter(BackupKey key, BackupWatcher watcher) {
    this.key = key;
    this.watcher = watcher;
  }

  /**
   * What is put into it.
   *
   * @param trail of the database
   * @param checkpoints lines of the audit trail's checkpoints
   */
  record Contents(
      Path database,
      SqliteFacts facts,
      SqliteTrail trail,
      KeyTree keys,
      List<String> checkpoints) {}

  /** Writes a new file, which is on the disk when this returns. */
  Manifest write(Path file, BackupHeader header, Contents contents)
      throws IOException, GeneralSecurityException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, PrivateFiles.mode("rw-------"))) {
      Manifest manifest;
      byte[] label = header.bytes();
      var plain = Channels.newOutputStream(channel);
      plain.write(label);
      try (DataOutputStream out =
          new DataOutputStream(key.sealing(new UnclosedStream(plain), label))) {
        try (InputStream in = Files.newInputStream(contents.database())) {
          part(out, DATABASE, in, Files.size(contents.database()));
        }
        KeyTree keys = contents.keys();
        for (Map.Entry<String, byte[]> each : keys.keys().entrySet()) {
          part(out, KEYS + each.getKey(), each.getValue());
        }
        part(out, SHELF, keys.shelfBytes());
        part(out, DESTROYED, text(keys.destroyed().stream().sorted()));
        part(out, CHECKPOINTS, text(contents.checkpoints().stream()));
        SqliteTrail trail = contents.trail();
        manifest = new Manifest(sums, contents.facts(), trail.number(), trail.hash());
        part(out, MANIFEST, manifest.text().getBytes(StandardCharsets.UTF_8));
      }
      channel.force(true);
      return manifest;
    }
  }

  private static byte[] text(Stream<String> lines) {
    return lines
        .map(line -> line + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private void part(DataOutputStream out, String name, byte[] bytes) throws IOException {
    part(out, name, new ByteArrayInputStream(bytes), bytes.length);
  }

  private void part(DataOutputStream out, String name, InputStream in, long length)
      throws IOException {
    out.writeUTF(name);
    out.writeLong(length);
    MessageDigest sum = Sums.sha256();
    byte[] buffer = new byte[BUFFER];
    long done = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      sum.update(buffer, 0, read);
      out.write(buffer, 0, read);
      done += read;
      if (length > BUFFER) {
        watcher.at("sealing", done, length);
      }
    }
    if (done != length) {
      throw new IOException(name + " changed its length while it was read");
    }
    sums.put(name, HexFormat.of().formatHex(sum.digest()));
  }
}
