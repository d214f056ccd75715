package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haetae.casework.ledger.ErasedRefusal;
import org.haetae.casework.store.Cell;
import org.haetae.casework.store.Owner;
import org.haetae.casework.store.SealedSince;
import org.haetae.casework.store.Sealing;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.tink.DataKey;
import org.jspecify.annotations.Nullable;

/**
 * Seals the columns' text, with a key for each owner. A sealed text is a mark and base 64 of: two
 * bytes of format, sixteen of its key's name, and what Tink's AES-256-GCM made of it and its cell.
 * The names come from a keyed hash, so a folder of keys says nothing of cases. Keys that were used
 * lately stay in memory. Safe for many threads, and beside other processes.
 */
public final class KeyRing implements Sealing, AutoCloseable {
  /** A country's cases; a key in memory is about two kilobytes. */
  private static final int KEPT = 32_768;

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] FORMAT = {'H', '1'};
  private static final int NAME_BYTES = 16;

  /** A multiple of three, so that all text of one key begins with the same letters. */
  private static final int HEADER = FORMAT.length + NAME_BYTES;

  /** Since these files are there, text that isn't sealed is not ours. */
  static final Map<SealedSince, String> SEALED =
      Map.of(SealedSince.SCHEMA_12, "sealed", SealedSince.SCHEMA_15, "sealed-15");

  private final KeyFolder folder;
  private final KeyShelf shelf;
  private final KeyPlaces places;
  private final SecretKeySpec naming;
  private final Map<String, DataKey> kept = Collections.synchronizedMap(new Newest());
  private volatile boolean strict;

  private KeyRing(KeyFolder folder, KeyPlaces places) {
    this.folder = folder;
    this.shelf = folder.shelf(places.keys());
    this.places = places;
    this.naming = new SecretKeySpec(folder.secret("names"), ALGORITHM);
    this.strict = sealed().containsAll(SEALED.keySet());
  }

  /**
   * Opens the columns' keys, or begins them.
   *
   * @throws VaultException where they can't be opened
   */
  public static KeyRing open(KeyPlaces places) {
    try {
      PrivateFiles.folder(places.keys());
    } catch (IOException e) {
      throw new VaultException(
          "the keys' folder %s can't be made: %s".formatted(places.keys(), e.getMessage()), e);
    }
    KeyFolder folder = KeyFolder.shared(places.columns(), places.master());
    try {
      return new KeyRing(folder, places);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public String seal(Owner owner, Cell cell, String plain) {
    byte[] name = name(owner);
    DataKey key = key(hex(name), owner);
    byte[] clear = plain.getBytes(StandardCharsets.UTF_8);
    try {
      byte[] sealed = key.seal(clear, cell.label());
      ByteBuffer all = ByteBuffer.allocate(HEADER + sealed.length);
      all.put(FORMAT).put(name).put(sealed);
      return MARK + encoded(all.array());
    } catch (GeneralSecurityException e) {
      throw new VaultException("text of the table %s can't be sealed".formatted(cell.table()), e);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  private DataKey key(String name, Owner owner) {
    @Nullable DataKey known = kept.get(name);
    if (known != null) {
      return known;
    }
    shelf.make(List.of(name));
    return key(name)
        .orElseThrow(() -> new ErasedRefusal("%s %s".formatted(owner.kind(), owner.id())));
  }

  @Override
  public void prepare(Collection<Owner> owners) {
    shelf.make(
        owners.stream()
            .distinct()
            .map(owner -> hex(name(owner)))
            .filter(name -> !kept.containsKey(name))
            .toList());
  }

  @Override
  public Optional<String> open(Cell cell, String stored) {
    if (!stored.startsWith(MARK)) {
      if (strict) {
        throw changed(cell, new IllegalStateException("it is not sealed"));
      }
      return Optional.of(stored);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(stored.substring(MARK.length()));
      if (bytes.length < HEADER
          || !Arrays.equals(bytes, 0, FORMAT.length, FORMAT, 0, FORMAT.length)
          // One text has one spelling, or a bit could be flipped that nobody notices.
          || !stored.endsWith(encoded(bytes))) {
        throw changed(cell, new IllegalArgumentException("it is of no known format"));
      }
      return key(HexFormat.of().formatHex(bytes, FORMAT.length, HEADER))
          .map(key -> opened(key, cell, Arrays.copyOfRange(bytes, HEADER, bytes.length)));
    } catch (IllegalArgumentException e) {
      throw changed(cell, e);
    }
  }

  private Optional<DataKey> key(String name) {
    @Nullable DataKey known = kept.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<DataKey> key = shelf.find(name);
    key.ifPresent(found -> kept.put(name, found));
    return key;
  }

  private static String opened(DataKey key, Cell cell, byte[] sealed) {
    try {
      byte[] clear = key.open(sealed, cell.label());
      String text = new String(clear, StandardCharsets.UTF_8);
      Arrays.fill(clear, (byte) 0);
      return text;
    } catch (GeneralSecurityException e) {
      throw changed(cell, e);
    }
  }

  private static StoreException changed(Cell cell, Exception why) {
    return new StoreException(
        """
        a row of the table %s was changed or moved by somebody else: put back a backup; \
        if that is from before text was sealed, run haetae keys seal\
        """
            .formatted(cell.table()),
        why);
  }

  @Override
  public Optional<String> prefix(Owner owner) {
    return Optional.of(
        MARK + encoded(ByteBuffer.allocate(HEADER).put(FORMAT).put(name(owner)).array()));
  }

  /**
   * Destroys an owner's key for good. What it sealed reads as erased from now on, here; another
   * process that has the key in memory can read on until it ends.
   *
   * @throws VaultException where the disk refuses; to be tried again
   */
  public void erase(Owner owner) {
    if (owner.equals(Owner.HOUSE)) {
      throw new IllegalArgumentException("the house's key is never destroyed");
    }
    String name = hex(name(owner));
    shelf.bury(name);
    kept.remove(name);
  }

  /** Whether an owner's key was destroyed for good. */
  public boolean erased(Owner owner) {
    return shelf.buried(hex(name(owner)));
  }

  /** The secret of the codes of release notices; 32 bytes. */
  public byte[] noticeCodes() {
    return NoticeSecret.of(folder, places.master());
  }

  /** The secret of the register's index; 32 bytes. */
  public byte[] blindIndex() {
    return folder.secret("blind-index");
  }

  /** Columns in which text that isn't sealed was put there by somebody else. */
  Set<SealedSince> sealed() {
    return SEALED.entrySet().stream()
        .filter(one -> folder.noted(one.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** From now on, and after every start, text that isn't sealed is refused. */
  void beStrict() {
    SEALED.values().forEach(folder::note);
    strict = true;
  }

  /** Takes plain text once more, such as that of an old backup. */
  void beLenient() {
    strict = false;
  }

  private byte[] name(Owner owner) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(naming);
      byte[] text =
          "%s %s".formatted(owner.kind().name(), owner.id()).getBytes(StandardCharsets.UTF_8);
      return Arrays.copyOf(mac.doFinal(text), NAME_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /** As the shelf knows a key. */
  private static String hex(byte[] name) {
    return HexFormat.of().formatHex(name);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    kept.clear();
    try {
      shelf.close();
    } catch (IOException e) {
      throw new VaultException("the keys in %s can't be closed".formatted(places.columns()), e);
    } finally {
      folder.close();
    }
  }

  @Override
  public String toString() {
    return "KeyRing";
  }

  private static final class Newest extends LinkedHashMap<String, DataKey> {
    private static final long serialVersionUID = 1L;

    Newest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, DataKey> eldest) {
      return size() > KEPT;
    }
  }
}
