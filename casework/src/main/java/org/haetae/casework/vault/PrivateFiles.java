package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that only this user can read, written and destroyed so that a power cut undoes neither. */
public final class PrivateFiles {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  /** How the name ends of a file that is being written. */
  static final String NEW = ".new";

  private PrivateFiles() {}

  /** Permissions such as {@code rw-------}, to make a file with. */
  public static FileAttribute<?> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /** Makes a folder that only this user can look into, where there is none. */
  public static void folder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder, mode("rwx------"));
      syncFolderOf(folder);
    } catch (FileAlreadyExistsException e) {
      // Whether it is a folder, and whose, is looked at next.
    }
  }

  /**
   * @throws VaultException where others than its owner can read or change it
   */
  public static void requirePrivate(Path path, String what) throws IOException {
    Set<PosixFilePermission> open =
        new HashSet<>(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    open.retainAll(OTHERS);
    if (!open.isEmpty()) {
      throw new VaultException(
          "%s %s is open to others than its owner: run chmod go= %s".formatted(what, path, path));
    }
  }

  /**
   * A new file, on the disk when this returns.
   *
   * @throws FileAlreadyExistsException where there is one, which stays as it is
   */
  public static void create(Path file, byte[] content) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel out = FileChannel.open(file, options, mode("rw-------"))) {
      write(out, content);
    }
    syncFolderOf(file);
  }

  /** A new file that is there whole or not at all. */
  public static void createWhole(Path file, byte[] content) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + NEW);
    Files.deleteIfExists(half);
    create(half, content);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    syncFolderOf(file);
  }

  /** Adds to a file, made where it is absent; on the disk when this returns. */
  static void append(Path file, byte[] content) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    try (FileChannel out = FileChannel.open(file, options, mode("rw-------"))) {
      write(out, content);
    }
    syncFolderOf(file);
  }

  /**
   * A new file that is there whole or not at all, unless there is one: whoever is first, in this
   * process or another, has made it for all.
   *
   * @return whether it was this one
   */
  static boolean createOnce(Path file, byte[] content) throws IOException {
    Path half =
        file.resolveSibling("%s.%s%s".formatted(file.getFileName(), UUID.randomUUID(), NEW));
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel out = FileChannel.open(half, options, mode("rw-------"))) {
      write(out, content);
    }
    try {
      Files.createLink(file, half);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.delete(half);
      // Also where another was first: what is built on its file must not outlive it.
      syncFolderOf(file);
    }
  }

  /**
   * Other content in the place of a file's, whole or not at all; what was there is overwritten once
   * nothing can bring it back.
   */
  static void replace(Path file, byte[] content) throws IOException {
    try (FileChannel before = FileChannel.open(file, StandardOpenOption.WRITE)) {
      createWhole(file, content);
      overwrite(before);
    }
  }

  /** Gives a file another name; it is on the disk when this returns. */
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    syncFolderOf(to);
  }

  /** Overwrites a file, then deletes it; both are on the disk when this returns. */
  public static void destroy(Path file) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      overwrite(out);
    } catch (NoSuchFileException e) {
      // Gone already; whether that has reached the disk is another matter.
    }
    Files.deleteIfExists(file);
    syncFolderOf(file);
  }

  private static void overwrite(FileChannel out) throws IOException {
    byte[] noise = new byte[Math.toIntExact(out.size())];
    new SecureRandom().nextBytes(noise);
    write(out, noise);
  }

  private static void write(FileChannel out, byte[] content) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(content);
    while (left.hasRemaining()) {
      int _ = out.write(left);
    }
    out.force(true);
  }

  /** A file's name lies in its folder, and reaches the disk with it. */
  public static void syncFolderOf(Path path) throws IOException {
    @Nullable Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    }
  }
}
