package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.haetae.casework.vault.tink.DataKey;
import org.haetae.casework.vault.tink.MasterKey;

/**
 * Brings keys out of a backup back into a site's folder, and keeps every running site out of it
 * until it is closed. Keys only ever join those that are there: one that no row of the database
 * needs is harmless, and the next start sweeps it out. So it may end at any point and begin again.
 */
public final class KeyReturn implements AutoCloseable {
  private final Path root;
  private final MasterKey now;
  private final MasterKey then;
  private final KeyTree tree;
  private final FileChannel lock;

  private KeyReturn(Path root, MasterKey now, MasterKey then, KeyTree tree, FileChannel lock) {
    this.root = root;
    this.now = now;
    this.then = then;
    this.tree = tree;
    this.lock = lock;
  }

  /**
   * Looks whether the keys can come back, and changes none yet.
   *
   * @param masterFile the site's master key
   * @param thenFile the master key at the time of the backup; the same unless it was changed since
   * @throws VaultException where a master key does not fit or a site runs
   */
  public static KeyReturn open(Path root, Path masterFile, Path thenFile, KeyTree tree) {
    try {
      MasterKey now = master(masterFile);
      MasterKey then = master(thenFile);
      for (Map.Entry<String, byte[]> key : tree.keys().entrySet()) {
        unwrapped(then, Path.of(key.getKey()), key.getValue(), thenFile);
      }
      PrivateFiles.folder(root);
      PrivateFiles.requirePrivate(root, "the keys' folder");
      FileChannel lock = KeyFolder.locked(root);
      try {
        requireOwn(root, now, masterFile);
        return new KeyReturn(root, now, then, tree, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new VaultException("the keys' folder %s can't be written: %s".formatted(root, e), e);
    }
  }

  private static MasterKey master(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new VaultException(
          "the master key %s is not there, and no backup has it: put back the copy that you keep of it"
              .formatted(file));
    }
    return MasterKeyFile.read(file);
  }

  private static DataKey unwrapped(MasterKey master, Path path, byte[] wrapped, Path masterFile) {
    try {
      return master.unwrap(wrapped, KeyFolder.label(KeyTree.nameOf(path)));
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "the master key %s is not the one of the keys in the backup: name the one of that time with --master-key"
              .formatted(masterFile),
          e);
    }
  }

  private static void requireOwn(Path root, MasterKey master, Path masterFile) throws IOException {
    for (Path folder : KeyTree.folders(root)) {
      Path witness = folder.resolve(KeyFolder.WITNESS);
      if (!Files.exists(witness)) {
        continue;
      }
      try {
        DataKey _ = master.unwrap(Files.readAllBytes(witness), KeyFolder.label(KeyFolder.WITNESS));
      } catch (GeneralSecurityException e) {
        throw new VaultException(
            "the keys in %s belong to another master key than %s: move one of them away"
                .formatted(folder, masterFile),
            e);
      }
    }
  }

  /**
   * Writes the keys that are missing, but for those that were destroyed since.
   *
   * @param destroyed names besides those that the folder and the backup know
   * @return the names of the keys that the backup has and that stay destroyed
   * @throws VaultException where the disk refuses; it can be done again then
   */
  public Set<String> join(Set<String> destroyed) {
    try {
      Set<String> gone = new HashSet<>(destroyed);
      gone.addAll(tree.destroyed());
      Set<String> known = new HashSet<>();
      for (Path folder : KeyTree.folders(root)) {
        known.addAll(DestroyedKeys.read(folder.resolve(DestroyedKeys.FILE)));
      }
      gone.addAll(known);
      Set<String> fresh = new TreeSet<>(gone);
      fresh.removeAll(known);
      DestroyedKeys.add(root, fresh);
      Set<String> left = new TreeSet<>();
      for (Map.Entry<String, byte[]> key : new TreeMap<>(tree.keys()).entrySet()) {
        Path file = root.resolve(key.getKey());
        String name = KeyTree.nameOf(file);
        if (gone.contains(name)) {
          left.add(name);
        } else if (!Files.exists(file)) {
          write(file, name, key.getValue());
        }
      }
      return left;
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultException("a key can't be written to %s: %s".formatted(root, e), e);
    }
  }

  private void write(Path file, String name, byte[] wrapped)
      throws IOException, GeneralSecurityException {
    byte[] label = KeyFolder.label(name);
    PrivateFiles.folder(file.resolveSibling(".").normalize());
    PrivateFiles.createWhole(file, now.wrap(then.unwrap(wrapped, label), label));
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new VaultException("the keys' folder %s can't be closed".formatted(root), e);
    }
  }
}
