package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.vault.tink.DataKey;
import org.haetae.casework.vault.tink.MasterKey;

/**
 * Many keys in one file, each in a slot of its own, wrapped by the master key: a country has sixty
 * thousand, and a file each would take minutes to make and to wrap anew. A key is destroyed where
 * it stands; its slot then says for ever that it is gone. Several processes may have the file open;
 * new slots come under a lock. Safe for many threads.
 *
 * <p>A slot is a state, the sixteen bytes of a name, a length and the wrapped key. It is smaller
 * than a disk's sector and never straddles two, so that a power cut leaves it whole or not at all.
 */
final class KeyShelf implements AutoCloseable {
  static final int SLOT = 256;
  static final int NAME = 16;
  static final byte KEY = 'K';
  static final byte GONE = 'G';

  private static final int LENGTH = Short.BYTES;
  private static final int HEAD = 1 + NAME + LENGTH;

  private final Path path;
  private final MasterKey master;
  private final Path list;
  private final FileChannel file;
  private final SecureRandom random = new SecureRandom();

  /** Where each name's slot is; all in the first {@link #read} bytes. */
  private final Map<String, Long> slots = new HashMap<>();

  private long read;

  private KeyShelf(Path path, MasterKey master, Path list, FileChannel file) {
    this.path = path;
    this.master = master;
    this.list = list;
    this.file = file;
  }

  /**
   * Opens a shelf, or begins one.
   *
   * @param master the one that wraps its keys
   * @param list the folder whose list of destroyed keys a backup goes by
   */
  static KeyShelf open(Path path, MasterKey master, Path list) throws IOException {
    var _ = PrivateFiles.createOnce(path, new byte[0]);
    PrivateFiles.requirePrivate(path, "the keys' file");
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    KeyShelf shelf = new KeyShelf(path, master, list, file);
    try {
      shelf.readOn();
      return shelf;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Makes the keys of these names that are not there yet; all are on the disk when this returns.
   *
   * @throws VaultException where they can't be
   */
  synchronized void make(Collection<String> names) {
    try {
      readOn();
      if (!slots.keySet().containsAll(names)) {
        try (FileLock _ = turn()) {
          readOn();
          Set<String> missing = new LinkedHashSet<>(names);
          missing.removeAll(slots.keySet());
          append(missing);
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultException(
          "a new key can't be written to %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  private void append(Set<String> names) throws IOException, GeneralSecurityException {
    Map<String, byte[]> wrapped = new LinkedHashMap<>();
    for (String name : names) {
      wrapped.put(name, master.wrap(DataKey.generated(), KeyFolder.label(name)));
    }
    append(wrapped);
  }

  private void append(Map<String, byte[]> wrapped) throws IOException {
    write(ByteBuffer.wrap(KeySlots.bytes(wrapped)), read);
    file.force(true);
    readOn();
  }

  /**
   * Takes keys in that were wrapped elsewhere by the same master key; a name that has a slot
   * already keeps it. All are on the disk when this returns.
   */
  synchronized void bring(Map<String, byte[]> wrapped) throws IOException {
    try (FileLock _ = turn()) {
      readOn();
      Map<String, byte[]> missing = new LinkedHashMap<>(wrapped);
      missing.keySet().removeAll(slots.keySet());
      append(missing);
    }
  }

  /**
   * The key of a name that was {@linkplain #make made}; empty where it was {@linkplain #bury
   * buried}.
   *
   * @throws VaultException where it is lost or damaged
   */
  synchronized Optional<DataKey> find(String name) {
    try {
      if (!slots.containsKey(name)) {
        readOn();
      }
      Long at = slots.get(name);
      if (at == null) {
        throw new VaultException(
            "a key is missing in %s, and what it sealed is lost: is it the right file?"
                .formatted(path));
      }
      ByteBuffer slot = slot(at);
      if (slot.get(0) == GONE) {
        return Optional.empty();
      }
      return Optional.of(master.unwrap(wrapped(slot), KeyFolder.label(name)));
    } catch (IOException e) {
      throw new VaultException("the keys in %s can't be read: %s".formatted(path, e), e);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "a key in %s is damaged, and what it sealed is lost".formatted(path), e);
    }
  }

  /**
   * Destroys a key for good; there is never to be one of its name. It is gone from the disk when
   * this returns; one that is gone already is no error.
   *
   * @throws VaultException where the disk refuses; to be tried again
   */
  synchronized void bury(String name) {
    try {
      if (!buried(name)) {
        // First, so that no backup brings it back.
        DestroyedKeys.add(list, Set.of(name));
      }
      bury(Set.of(name));
    } catch (IOException e) {
      throw new VaultException(
          "a key in %s can't be destroyed: %s; it is tried again until it is gone"
              .formatted(path, e.getMessage()),
          e);
    }
  }

  /** Destroys keys whose names the list has already; all are gone when this returns. */
  synchronized void bury(Set<String> names) throws IOException {
    try (FileLock _ = turn()) {
      readOn();
      for (String name : names) {
        byte[] noise = new byte[SLOT - HEAD];
        random.nextBytes(noise);
        write(ByteBuffer.wrap(slot(GONE, name, noise)), slots.getOrDefault(name, read));
        readOn();
      }
      file.force(true);
    }
  }

  /**
   * Whether a key of this name was destroyed.
   *
   * @throws VaultException where the file can't be read
   */
  synchronized boolean buried(String name) {
    try {
      readOn();
      Long at = slots.get(name);
      return at != null && slot(at).get(0) == GONE;
    } catch (IOException e) {
      throw new VaultException("the keys in %s can't be read: %s".formatted(path, e), e);
    }
  }

  /** Takes in what other processes have added. What a crash cut short is written over. */
  private void readOn() throws IOException {
    long whole = file.size() / SLOT * SLOT;
    if (whole == read) {
      return;
    }
    byte[] added = new byte[Math.toIntExact(whole - read)];
    readFully(ByteBuffer.wrap(added), read);
    for (int at = 0; at < added.length; at += SLOT) {
      if (added[at] == KEY || added[at] == GONE) {
        slots.put(name(added, at), read + at);
      }
    }
    read = whole;
  }

  private ByteBuffer slot(long at) throws IOException {
    ByteBuffer slot = ByteBuffer.allocate(SLOT);
    readFully(slot, at);
    return slot;
  }

  private void readFully(ByteBuffer into, long from) throws IOException {
    int start = into.position();
    while (into.hasRemaining()) {
      if (file.read(into, from + into.position() - start) < 0) {
        throw new IOException("it is cut short");
      }
    }
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    long to = at;
    while (bytes.hasRemaining()) {
      to += file.write(bytes, to);
    }
  }

  /** Other processes wait while one adds slots; within this one, threads do. */
  private FileLock turn() throws IOException {
    while (true) {
      try {
        return file.lock();
      } catch (OverlappingFileLockException e) {
        // This process has the file open twice.
        Thread.onSpinWait();
      }
    }
  }

  static byte[] slot(byte state, String name, byte[] wrapped) {
    if (wrapped.length > SLOT - HEAD) {
      throw new IllegalArgumentException("a wrapped key has %d bytes".formatted(wrapped.length));
    }
    return ByteBuffer.allocate(SLOT)
        .put(state)
        .put(HexFormat.of().parseHex(name))
        .putShort((short) wrapped.length)
        .put(wrapped)
        .array();
  }

  static String name(byte[] slots, int at) {
    return HexFormat.of().formatHex(slots, at + 1, at + 1 + NAME);
  }

  static byte[] wrapped(ByteBuffer slot) throws GeneralSecurityException {
    int length = slot.getShort(1 + NAME);
    if (length < 0 || length > SLOT - HEAD) {
      throw new GeneralSecurityException("a slot is damaged");
    }
    byte[] wrapped = new byte[length];
    slot.get(HEAD, wrapped);
    return wrapped;
  }

  /**
   * A whole file of slots with its keys wrapped by another master key. What neither opens is left
   * as it is.
   */
  static byte[] rewrapped(byte[] shelf, Optional<MasterKey> from, MasterKey to)
      throws GeneralSecurityException {
    byte[] after = shelf.clone();
    for (int at = 0; at + SLOT <= shelf.length; at += SLOT) {
      if (shelf[at] == KEY) {
        String name = name(shelf, at);
        byte[] label = KeyFolder.label(name);
        byte[] before = wrapped(ByteBuffer.wrap(Arrays.copyOfRange(shelf, at, at + SLOT)));
        Optional<byte[]> changed = Wrapping.KEY.changed(before, label, from, to);
        if (changed.isPresent()) {
          System.arraycopy(slot(KEY, name, changed.get()), 0, after, at, SLOT);
        }
      }
    }
    return after;
  }

  /** How many slots of a file are in a state. */
  static int count(byte[] shelf, byte state) {
    int count = 0;
    for (int at = 0; at + SLOT <= shelf.length; at += SLOT) {
      count += shelf[at] == state ? 1 : 0;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
