package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @throws VaultException where a master key does not fit, a site runs, or the keys that are there
   *     are another site's
   */
  public static KeyReturn open(Path root, Path masterFile, Path thenFile, KeyTree tree) {
    try {
      KeyTree.requireSettled(masterFile);
      MasterKey now = master(masterFile);
      MasterKey then = master(thenFile);
      requireOpens(then, tree, thenFile);
      PrivateFiles.folder(root);
      PrivateFiles.requirePrivate(root, "the keys' folder");
      FileChannel lock = KeyFolder.locked(root);
      try {
        KeyReturn opened = new KeyReturn(root, now, then, tree, lock);
        opened.requireOwn(masterFile);
        opened.requireSameSite();
        return opened;
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

  private static void requireOpens(MasterKey then, KeyTree tree, Path thenFile) {
    boolean opens =
        tree.keys().entrySet().stream()
                .allMatch(key -> opens(then, Path.of(key.getKey()), key.getValue()))
            && tree.shelf().entrySet().stream()
                .allMatch(key -> opens(then, Path.of(key.getKey()), key.getValue()));
    if (!opens) {
      throw new VaultException(
          "the master key %s is not the one of the keys in the backup: name the one of that time with --master-key"
              .formatted(thenFile));
    }
  }

  private static boolean opens(MasterKey master, Path file, byte[] wrapped) {
    return KeyTree.wrapping(file).opens(wrapped, KeyFolder.label(KeyTree.nameOf(file)), master);
  }

  private void requireOwn(Path masterFile) throws IOException {
    for (Path folder : KeyTree.folders(root)) {
      Path witness = folder.resolve(KeyFolder.WITNESS);
      if (Files.exists(witness) && !opens(now, witness, Files.readAllBytes(witness))) {
        throw new VaultException(
            "the keys in %s belong to another master key than %s: move one of them away"
                .formatted(folder, masterFile));
      }
    }
  }

  /**
   * Names of columns' keys are made of their owners by a secret, so a site that began anew has
   * other names, and one that went its own way after a backup has other keys of the same name.
   */
  private void requireSameSite() throws IOException {
    boolean same = true;
    for (Map.Entry<String, byte[]> key : tree.keys().entrySet()) {
      Path file = root.resolve(key.getKey());
      if (key.getKey().endsWith(KeyFolder.SECRET) && Files.exists(file)) {
        same &= sameSecret(file, key.getValue());
      }
    }
    for (Map.Entry<String, byte[]> mine : slots().keys().entrySet()) {
      byte[] theirs = tree.shelf().getOrDefault(mine.getKey(), new byte[0]);
      same &= theirs.length == 0 || sameKey(mine.getKey(), mine.getValue(), theirs);
    }
    if (!same) {
      throw new VaultException(
          "the keys in %s are of another site than the backup, or went their own way since: move that folder away, and the database with it"
              .formatted(root));
    }
  }

  private boolean sameSecret(Path file, byte[] theirs) throws IOException {
    byte[] label = KeyFolder.label(KeyTree.nameOf(file));
    try {
      return MessageDigest.isEqual(
          now.open(Files.readAllBytes(file), label), then.open(theirs, label));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean sameKey(String name, byte[] mine, byte[] theirs) {
    byte[] label = KeyFolder.label(name);
    try {
      DataKey there = now.unwrap(mine, label);
      return there.same(then.unwrap(theirs, label));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The site's own. */
  private KeySlots slots() throws IOException {
    Path shelf = root.resolve(KeyTree.SHELF);
    return KeySlots.of(Files.exists(shelf) ? Files.readAllBytes(shelf) : new byte[0]);
  }

  /**
   * Writes the keys that are missing, but for those that were destroyed since. A columns' key that
   * was destroyed is marked so, and what it sealed reads as erased.
   *
   * @param destroyed names besides those that the folder and the backup know
   * @return the names of the keys that the backup has and that stay destroyed
   * @throws VaultException where the disk refuses or another process has the keys; it can be done
   *     again then
   */
  public Set<String> join(Set<String> destroyed) {
    try {
      Set<String> gone = gone(destroyed);
      Set<String> left = new TreeSet<>();
      for (String path : witnessesFirst(tree.keys().keySet())) {
        Path file = root.resolve(path);
        String name = KeyTree.nameOf(file);
        if (gone.contains(name)) {
          left.add(name);
        } else if (!Files.exists(file)) {
          write(file, tree.keys().getOrDefault(path, new byte[0]));
        }
      }
      Set<String> graves = new HashSet<>(gone);
      graves.removeAll(left);
      joinShelf(graves, left);
      return left;
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultException("a key can't be written to %s: %s".formatted(root, e), e);
    }
  }

  /** All that is known to be destroyed; what was news to this folder is in its list now. */
  private Set<String> gone(Set<String> destroyed) throws IOException {
    Set<String> gone = new HashSet<>(destroyed);
    gone.addAll(tree.destroyed());
    Set<String> known = new HashSet<>();
    for (Path folder : KeyTree.folders(root)) {
      known.addAll(DestroyedKeys.read(folder.resolve(DestroyedKeys.FILE)));
    }
    Set<String> fresh = new TreeSet<>(gone);
    fresh.addAll(slots().gone());
    fresh.removeAll(known);
    DestroyedKeys.add(root, fresh);
    gone.addAll(known);
    gone.addAll(fresh);
    return gone;
  }

  /** So that no folder ever has keys and nothing that says whose. */
  private static List<String> witnessesFirst(Set<String> paths) {
    List<String> sorted = new ArrayList<>(paths);
    sorted.sort(
        Comparator.comparing((String path) -> !path.endsWith(KeyFolder.WITNESS))
            .thenComparing(path -> path));
    return sorted;
  }

  private void write(Path file, byte[] wrapped) throws IOException, GeneralSecurityException {
    PrivateFiles.folder(file.resolveSibling(".").normalize());
    byte[] label = KeyFolder.label(KeyTree.nameOf(file));
    PrivateFiles.createWhole(file, KeyTree.wrapping(file).rewrapped(wrapped, label, then, now));
  }

  /**
   * A name is random and does not say what its key was for, so every one that is destroyed and is
   * no file's gets its slot: no key is ever made of that name again.
   */
  private void joinShelf(Set<String> graves, Set<String> left)
      throws IOException, GeneralSecurityException {
    Path path = root.resolve(KeyTree.SHELF);
    Set<String> buried = slots().gone();
    Set<String> fresh = new TreeSet<>(graves);
    fresh.removeAll(buried);
    if (tree.shelf().isEmpty() && !Files.exists(path)) {
      return;
    }
    Map<String, byte[]> living = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> key : tree.shelf().entrySet()) {
      if (graves.contains(key.getKey())) {
        left.add(key.getKey());
      } else {
        byte[] label = KeyFolder.label(key.getKey());
        living.put(key.getKey(), Wrapping.KEY.rewrapped(key.getValue(), label, then, now));
      }
    }
    PrivateFiles.folder(path.resolveSibling(".").normalize());
    try (FileChannel _ = KeyFolder.locked(path.resolveSibling(".").normalize());
        KeyShelf shelf = KeyShelf.open(path, now, root)) {
      // Graves first: a key that is destroyed is not alive for a moment.
      shelf.bury(fresh);
      shelf.bring(living);
    }
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
