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
 * All keys of a site as they lie on the disk, wrapped: a folder and the folders within it. Read
 * without a lock, while a site makes and destroys keys.
 *
 * @param keys wrapped, by their path within the folder, such as {@code users/0f3a….key}
 * @param destroyed names of keys that are no more
 * @param damaged paths of keys that the master key does not open; they are not among {@code keys}
 */
public record KeyTree(Map<String, byte[]> keys, Set<String> destroyed, List<String> damaged) {
  public KeyTree {
    keys = new TreeMap<>(keys);
    destroyed = Set.copyOf(destroyed);
    damaged = List.copyOf(damaged);
  }

  /**
   * Reads what is there and tries every key with the master key. What is read after a database's
   * copy was made holds every key that the copy needs, but for those that were destroyed since.
   *
   * @throws VaultException where a folder can't be read, or the master key is another one
   */
  public static KeyTree read(Path root, Path masterFile) {
    try {
      MasterKey master = MasterKeyFile.read(masterFile);
      Map<String, byte[]> keys = new TreeMap<>();
      Set<String> destroyed = new HashSet<>();
      List<String> damaged = new ArrayList<>();
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
      if (damaged.contains(KeyFolder.WITNESS)) {
        throw new VaultException(
            "the master key %s is not the one of the keys in %s: put back the right one"
                .formatted(masterFile, root));
      }
      return new KeyTree(keys, destroyed, damaged);
    } catch (IOException e) {
      throw new VaultException(
          "the keys' folder %s or the master key %s can't be read: %s"
              .formatted(root, masterFile, e),
          e);
    }
  }

  /** Null where it is damaged, empty where it is gone. A key may be half written or overwritten. */
  private static byte @Nullable [] readSettled(MasterKey master, Path file) throws IOException {
    for (int time = 0; time < 3; time++) {
      try {
        byte[] wrapped = Files.readAllBytes(file);
        var _ = master.unwrap(wrapped, KeyFolder.label(nameOf(file)));
        return wrapped;
      } catch (NoSuchFileException e) {
        return new byte[0];
      } catch (GeneralSecurityException e) {
        String name = nameOf(file);
        Path list = file.resolveSibling(DestroyedKeys.FILE);
        if (DestroyedKeys.read(list).contains(name)) {
          // Overwritten, and gone in a moment.
          return new byte[0];
        }
      }
    }
    return null;
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
        if (name.endsWith(KeyFolder.SUFFIX) || name.equals(KeyFolder.WITNESS)) {
          files.add(file);
        }
      }
    }
    return files;
  }
}
