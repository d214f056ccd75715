package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.haetae.casework.vault.tink.MasterKey;
import org.jspecify.annotations.Nullable;

/**
 * All keys and secrets of a site as they lie on the disk, wrapped: a folder, the folders within it,
 * and the shelf of the columns' keys. Read without a lock, while a site makes and destroys keys.
 *
 * @param keys wrapped, by their path within the folder, such as {@code users/0f3a….key}
 * @param shelf the wrapped keys of the columns, by name
 * @param destroyed names of keys that are no more
 * @param damaged paths of keys that the master key does not open; they are not among the others
 */
public record KeyTree(
    Map<String, byte[]> keys,
    Map<String, byte[]> shelf,
    Set<String> destroyed,
    List<String> damaged) {
  /** Where the shelf lies in the folder. */
  static final String SHELF = KeyPlaces.COLUMNS + "/" + KeyFolder.SHELF;

  private static final int TRIES = 3;

  public KeyTree {
    keys = new TreeMap<>(keys);
    shelf = new TreeMap<>(shelf);
    destroyed = Set.copyOf(destroyed);
    damaged = List.copyOf(damaged);
  }

  /** No key at all. */
  public static KeyTree none() {
    return new KeyTree(Map.of(), Map.of(), Set.of(), List.of());
  }

  /** How many keys and secrets there are. */
  public int count() {
    return keys.size() + shelf.size();
  }

  /** The shelf's keys as bytes, which {@link #shelf(byte[])} reads. */
  public byte[] shelfBytes() {
    return KeySlots.bytes(shelf);
  }

  /** The keys of a shelf, by name. */
  public static Map<String, byte[]> shelf(byte[] bytes) {
    return KeySlots.of(bytes).keys();
  }

  /**
   * Reads what is there and tries every key with the master key. What is read after a database's
   * copy was made holds every key that the copy needs, but for those that were destroyed since.
   *
   * @throws VaultException where a folder can't be read, the master key is another one, or is being
   *     changed
   */
  public static KeyTree read(Path root, Path masterFile) {
    try {
      requireSettled(masterFile);
      MasterKey master = MasterKeyFile.read(masterFile);
      Map<String, byte[]> keys = new TreeMap<>();
      Set<String> destroyed = new HashSet<>();
      List<String> damaged = new ArrayList<>();
      Map<String, byte[]> shelf = shelf(root, master, destroyed, damaged);
      for (Path folder : folders(root)) {
        destroyed.addAll(DestroyedKeys.read(folder.resolve(DestroyedKeys.FILE)));
        for (Path file : files(folder)) {
          String path = root.relativize(file).toString();
          byte @Nullable [] wrapped = readSettled(master, file);
          if (wrapped == null) {
            damaged.add(path);
          } else if (wrapped.length > 0) {
            keys.put(path, wrapped);
          }
        }
      }
      requireSettled(masterFile);
      if (damaged.contains(KeyFolder.WITNESS)) {
        throw new VaultException(
            "the master key %s is not the one of the keys in %s: put back the right one"
                .formatted(masterFile, root));
      }
      return new KeyTree(keys, shelf, destroyed, damaged);
    } catch (IOException e) {
      throw new VaultException(
          "the keys' folder %s or the master key %s can't be read: %s"
              .formatted(root, masterFile, e),
          e);
    }
  }

  static void requireSettled(Path masterFile) {
    if (MasterKeyFile.rotating(masterFile)) {
      throw new VaultException(
          "the master key %s is being changed, or that was interrupted: run haetae keys rotate"
              .formatted(masterFile));
    }
  }

  private static Map<String, byte[]> shelf(
      Path root, MasterKey master, Set<String> destroyed, List<String> damaged) throws IOException {
    Path file = root.resolve(SHELF);
    Map<String, byte[]> whole = new TreeMap<>();
    Set<String> unread = new HashSet<>();
    // A slot may be half written.
    for (int time = 0; time < TRIES && (time == 0 || !unread.isEmpty()); time++) {
      KeySlots slots = KeySlots.of(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
      destroyed.addAll(slots.gone());
      Set<String> left = new HashSet<>(slots.damaged());
      whole.keySet().removeAll(slots.gone());
      slots
          .keys()
          .forEach(
              (name, wrapped) -> {
                if (!whole.containsKey(name)) {
                  if (opens(master, name, wrapped)) {
                    whole.put(name, wrapped);
                  } else {
                    left.add(name);
                  }
                }
              });
      unread = left;
    }
    unread.stream().sorted().map(name -> SHELF + "/" + name).forEach(damaged::add);
    return whole;
  }

  private static boolean opens(MasterKey master, String name, byte[] wrapped) {
    try {
      var _ = master.unwrap(wrapped, KeyFolder.label(name));
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Null where it is damaged, empty where it is gone. A key may be half written or overwritten. */
  private static byte @Nullable [] readSettled(MasterKey master, Path file) throws IOException {
    for (int time = 0; time < TRIES; time++) {
      try {
        byte[] wrapped = Files.readAllBytes(file);
        if (wrapping(file).opens(wrapped, KeyFolder.label(nameOf(file)), master)) {
          return wrapped;
        }
      } catch (NoSuchFileException e) {
        return new byte[0];
      }
      Path list = file.resolveSibling(DestroyedKeys.FILE);
      if (DestroyedKeys.read(list).contains(nameOf(file))) {
        // Overwritten, and gone in a moment.
        return new byte[0];
      }
    }
    return null;
  }

  static Wrapping wrapping(Path file) {
    return file.toString().endsWith(KeyFolder.SECRET) ? Wrapping.SECRET : Wrapping.KEY;
  }

  static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(KeyFolder.SUFFIX)
        ? name.substring(0, name.length() - KeyFolder.SUFFIX.length())
        : name;
  }

  static List<Path> folders(Path root) throws IOException {
    List<Path> folders = new ArrayList<>(List.of(root));
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(
            root, each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))) {
      all.forEach(folders::add);
    }
    return folders;
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        String name = file.getFileName().toString();
        if (name.endsWith(KeyFolder.SUFFIX)
            || name.endsWith(KeyFolder.SECRET)
            || name.equals(KeyFolder.WITNESS)) {
          files.add(file);
        }
      }
    }
    return files;
  }
}
