package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.casework.vault.tink.DataKey;
import org.haetae.casework.vault.tink.MasterKey;

/**
 * One file a data key, wrapped by the master key. Names are random and say nothing of an order; the
 * database knows whose they are. One process has a folder at a time. Safe for many threads.
 *
 * <p>No copy of this folder may be kept but by {@code casework.backup}, which ends with its age and
 * brings no key back that {@link DestroyedKeys} names: a key that lies in another copy was never
 * destroyed.
 */
public final class KeyFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  /** A key that seals nothing. It opens only with the right master key. */
  static final String WITNESS = "witness";

  static final String SUFFIX = ".key";
  static final String SECRET = ".secret";

  /** Many keys in one file. */
  static final String SHELF = "shelf";

  private static final int NAME_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  private final Path folder;
  private final MasterKey master;
  private final Optional<FileChannel> lock;
  private final SecureRandom random = new SecureRandom();

  private KeyFolder(Path folder, MasterKey master, Optional<FileChannel> lock) {
    this.folder = folder;
    this.master = master;
    this.lock = lock;
  }

  /**
   * Opens a folder, or begins one: folder and master key are made where neither is there yet.
   *
   * @param master the file of the master key, outside {@code folder}
   * @throws VaultException where others can read either, they don't belong together, or another
   *     process has the folder
   */
  public static KeyFolder open(Path folder, Path master) {
    return open(folder, master, false);
  }

  /**
   * As {@link #open(Path, Path)}, but beside other processes that do the same. Only a rotation, or
   * who has it alone, keeps it from being opened.
   */
  static KeyFolder shared(Path folder, Path master) {
    return open(folder, master, true);
  }

  private static KeyFolder open(Path folder, Path master, boolean shared) {
    if (master.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
      throw new VaultException(
          "the master key %s lies in the folder of the keys that it opens: move it elsewhere"
              .formatted(master));
    }
    try {
      PrivateFiles.folder(folder);
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new VaultException("the keys' folder %s is not a folder".formatted(folder));
      }
      PrivateFiles.requirePrivate(folder, "the keys' folder");
      Optional<FileChannel> lock = locked(folder, shared);
      try {
        return new KeyFolder(folder, belonging(folder, master), lock);
      } catch (IOException | GeneralSecurityException | RuntimeException e) {
        if (lock.isPresent()) {
          lock.get().close();
        }
        throw e;
      }
    } catch (IOException | UnsupportedOperationException | GeneralSecurityException e) {
      throw new VaultException(
          "the keys' folder %s or the master key %s can't be opened: %s"
              .formatted(folder, master, e),
          e);
    }
  }

  static FileChannel locked(Path folder) throws IOException {
    return locked(folder, false).orElseThrow();
  }

  /** Empty where this process shares the folder with itself: one lock holds for all of it. */
  static Optional<FileChannel> locked(Path folder, boolean shared) throws IOException {
    FileChannel lock =
        FileChannel.open(
            folder.resolve(LOCK),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PrivateFiles.mode("rw-------"));
    boolean within = false;
    try {
      if (lock.tryLock(0, Long.MAX_VALUE, shared) != null) {
        return Optional.of(lock);
      }
    } catch (OverlappingFileLockException e) {
      within = shared;
    }
    lock.close();
    if (within) {
      return Optional.empty();
    }
    throw new VaultException(
        "the keys' folder %s is in use: end the other process first".formatted(folder));
  }

  private static MasterKey belonging(Path folder, Path file)
      throws IOException, GeneralSecurityException {
    Path witness = folder.resolve(WITNESS);
    byte[] label = label(WITNESS);
    if (MasterKeyFile.rotating(file)) {
      throw new VaultException(
          "the change of the master key %s was interrupted: end it with haetae keys rotate"
              .formatted(file));
    }
    if (!Files.exists(witness)) {
      if (!names(folder, SUFFIX).isEmpty() || Files.exists(folder.resolve(SHELF))) {
        throw new VaultException(
            "the keys' folder %s has lost its file %s, so nobody can say which master key is its own"
                .formatted(folder, WITNESS));
      }
      MasterKey master = Files.exists(file) ? MasterKeyFile.read(file) : MasterKeyFile.create(file);
      if (PrivateFiles.createOnce(witness, master.wrap(DataKey.generated(), label))) {
        return master;
      }
    }
    if (!Files.exists(file)) {
      throw new VaultException(
          "the master key %s is not there, and no other opens the keys in %s: put back the copy that you keep of it"
              .formatted(file, folder));
    }
    MasterKey master = MasterKeyFile.read(file);
    try {
      DataKey _ = master.unwrap(Files.readAllBytes(witness), label);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "the master key %s is not the one of the keys in %s: put back the right one"
              .formatted(file, folder),
          e);
    }
    return master;
  }

  /** Makes a key; it is on the disk when its name is answered. */
  String create() {
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    String name = HexFormat.of().formatHex(bytes);
    try {
      PrivateFiles.create(file(name), master.wrap(DataKey.generated(), label(name)));
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultException(
          "a new key can't be written to %s: %s".formatted(folder, e.getMessage()), e);
    }
    return name;
  }

  /**
   * @throws VaultException where it is lost or damaged
   */
  DataKey open(String name) {
    try {
      return master.unwrap(Files.readAllBytes(file(name)), label(name));
    } catch (NoSuchFileException e) {
      throw new VaultException(
          "the key %s is lost, and what it sealed with it: purge it and enrol again"
              .formatted(file(name)),
          e);
    } catch (IOException e) {
      throw new VaultException(
          "the key %s can't be read: %s".formatted(file(name), e.getMessage()), e);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "the key %s is damaged, and what it sealed is lost: purge it and enrol again"
              .formatted(file(name)),
          e);
    }
  }

  /**
   * The keys of text, in a file of this folder.
   *
   * @param list the folder whose list names the keys that are destroyed
   */
  KeyShelf shelf(Path list) {
    try {
      return KeyShelf.open(folder.resolve(SHELF), master, list);
    } catch (IOException e) {
      throw new VaultException(
          "the keys in %s can't be opened: %s".formatted(folder.resolve(SHELF), e.getMessage()), e);
    }
  }

  /**
   * A secret of 32 bytes that is no key of anything here, wrapped as keys are.
   *
   * @param first what it is where there is none yet
   * @throws VaultException where it can't be read or made
   */
  byte[] secret(String name, Supplier<byte[]> first) {
    Path file = folder.resolve(name + SECRET);
    try {
      if (!Files.exists(file)) {
        var _ = PrivateFiles.createOnce(file, master.seal(first.get(), label(name + SECRET)));
      }
      return master.open(Files.readAllBytes(file), label(name + SECRET));
    } catch (IOException e) {
      throw new VaultException(
          "the secret %s can't be read or made: %s".formatted(file, e.getMessage()), e);
    } catch (GeneralSecurityException e) {
      throw new VaultException("the secret %s is damaged".formatted(file), e);
    }
  }

  /** {@link #secret(String, Supplier)} of random bytes. */
  byte[] secret(String name) {
    return secret(
        name,
        () -> {
          byte[] bytes = new byte[SECRET_BYTES];
          random.nextBytes(bytes);
          return bytes;
        });
  }

  /** Keeps in mind that something is done; it is on the disk when this returns. */
  void note(String name) {
    if (noted(name)) {
      return; // each start and each command asks for it
    }
    try {
      var _ = PrivateFiles.createOnce(folder.resolve(name), new byte[0]);
    } catch (IOException e) {
      throw new VaultException(
          "the keys' folder %s can't be written to: %s".formatted(folder, e.getMessage()), e);
    }
  }

  boolean noted(String name) {
    return Files.exists(folder.resolve(name));
  }

  /** Destroys a key for good; one that is gone already is no error. */
  void destroy(String name) {
    try {
      // First, so that no backup brings it back.
      DestroyedKeys.add(folder, name);
      PrivateFiles.destroy(file(name));
    } catch (IOException e) {
      throw new VaultException(
          "the key %s can't be destroyed: %s; it is tried again until it is gone"
              .formatted(file(name), e.getMessage()),
          e);
    }
  }

  /** All keys that are there. */
  Set<String> names() {
    return listed(SUFFIX);
  }

  private Set<String> listed(String suffix) {
    try {
      return names(folder, suffix);
    } catch (IOException e) {
      throw new VaultException(
          "the keys' folder %s can't be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  static Set<String> names(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  /** Binds a wrapped key to its name, so that two files can't be swapped. */
  static byte[] label(String name) {
    return ("haetae data key " + name).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException e) {
      throw new VaultException("the keys' folder %s can't be closed".formatted(folder), e);
    }
  }
}
