package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haetae.casework.vault.tink.MasterKey;

/**
 * Gives a site another master key, in steps each of which may be the last before a crash: the next
 * key lies beside the one that counts; every key is wrapped anew; the files change names; the old
 * one is destroyed. What the keys sealed is not touched. Nobody else may have the keys meanwhile.
 */
public final class Rotation {
  private final KeyPlaces places;
  private final Path current;
  private final Path next;
  private final Path old;
  private final Runnable step;

  public Rotation(KeyPlaces places) {
    this(places, () -> {});
  }

  /**
   * @param step called before each step
   */
  Rotation(KeyPlaces places, Runnable step) {
    this.places = places;
    this.current = places.master();
    this.next = MasterKeyFile.next(current);
    this.old = MasterKeyFile.old(current);
    this.step = step;
  }

  /** Whether one has begun and not ended. */
  static boolean interrupted(KeyPlaces places) {
    return MasterKeyFile.rotating(places.master());
  }

  /**
   * Makes another master key and wraps all keys by it; one that was interrupted is ended instead.
   *
   * @return how many keys were wrapped anew
   * @throws VaultException where another process has the keys, or one of them is damaged; the keys
   *     can be used again once this has been called without a fault
   */
  public int rotate() {
    if (!interrupted(places)) {
      // What was made out of the master key must have a life of its own before that one goes.
      try (KeyRing ring = KeyRing.open(places)) {
        var _ = ring.noticeCodes();
      }
    }
    return alone(true);
  }

  /**
   * Ends one that was interrupted; does nothing where there is none.
   *
   * @throws VaultException as {@link #rotate} does
   */
  public static void finishInterrupted(KeyPlaces places) {
    if (interrupted(places)) {
      var _ = new Rotation(places).alone(false);
    }
  }

  private int alone(boolean begin) {
    List<FileChannel> locks = new ArrayList<>();
    try {
      try {
        for (Path folder : folders()) {
          KeyFolder.locked(folder, false).ifPresent(locks::add);
        }
        if (begin && !interrupted(places)) {
          step.run();
          var _ = MasterKeyFile.create(next);
        }
        return carryOut();
      } finally {
        for (FileChannel lock : locks) {
          lock.close();
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultException(
          "the master key %s can't be changed: %s; try again".formatted(current, e.getMessage()),
          e);
    }
  }

  private List<Path> folders() {
    return places.folders().stream().filter(Files::isDirectory).toList();
  }

  private int carryOut() throws IOException, GeneralSecurityException {
    int wrapped = 0;
    if (Files.exists(next)) {
      MasterKey to = MasterKeyFile.read(next);
      // The current one has its old name already where only the last steps are left.
      Optional<MasterKey> from =
          Files.exists(current)
              ? Optional.of(MasterKeyFile.read(current))
              : Files.exists(old) ? Optional.of(MasterKeyFile.read(old)) : Optional.empty();
      for (Path folder : folders()) {
        wrapped += rewrap(folder, from, to);
      }
      if (Files.exists(current)) {
        step.run();
        PrivateFiles.rename(current, old);
      }
      step.run();
      PrivateFiles.rename(next, current);
    }
    if (!Files.exists(current)) {
      throw new VaultException(
          "the master key %s is not there: put back the copy that you keep of it"
              .formatted(current));
    }
    step.run();
    PrivateFiles.destroy(old);
    return wrapped;
  }

  private int rewrap(Path folder, Optional<MasterKey> from, MasterKey to)
      throws IOException, GeneralSecurityException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    int wrapped = 0;
    for (Path file : witnessFirst(files)) {
      String name = file.getFileName().toString();
      if (name.endsWith(PrivateFiles.NEW)) {
        PrivateFiles.destroy(file);
      } else if (name.endsWith(KeyFolder.SECRET)) {
        wrapped += rewrap(file, name, from, to, Wrapping.SECRET);
      } else if (name.endsWith(KeyFolder.SUFFIX)) {
        String key = name.substring(0, name.length() - KeyFolder.SUFFIX.length());
        wrapped += rewrap(file, key, from, to, Wrapping.KEY);
      } else if (name.equals(KeyFolder.WITNESS)) {
        wrapped += rewrap(file, name, from, to, Wrapping.KEY);
      } else if (name.equals(KeyFolder.SHELF)) {
        byte[] shelf = Files.readAllBytes(file);
        step.run();
        PrivateFiles.replace(file, KeyShelf.rewrapped(shelf, from, to));
        wrapped += KeyShelf.count(shelf, KeyShelf.KEY);
      }
    }
    return wrapped;
  }

  /** It tells a wrong master key before anything is changed. */
  private static List<Path> witnessFirst(List<Path> files) {
    return files.stream()
        .sorted(Comparator.comparing(file -> !file.endsWith(KeyFolder.WITNESS)))
        .toList();
  }

  private int rewrap(
      Path file, String name, Optional<MasterKey> from, MasterKey to, Wrapping wrapping)
      throws IOException, GeneralSecurityException {
    byte[] label = KeyFolder.label(name);
    byte[] bytes = Files.readAllBytes(file);
    Optional<byte[]> changed = wrapping.changed(bytes, label, from, to);
    if (changed.isPresent()) {
      step.run();
      PrivateFiles.replace(file, changed.get());
      return 1;
    }
    // Another that neither opens opened nothing before, and must not keep the rest from going on.
    if (name.equals(KeyFolder.WITNESS) && !wrapping.opens(bytes, label, to)) {
      throw new VaultException(
          "the master key %s is not the one of the keys in %s: put back the right one"
              .formatted(current, file.getParent()));
    }
    return 0;
  }
}
