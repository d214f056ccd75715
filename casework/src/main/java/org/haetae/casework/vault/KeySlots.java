package org.haetae.casework.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The slots of a {@link KeyShelf} as they lie in its file, whoever else writes to it.
 *
 * @param keys wrapped, by name
 * @param gone names of keys that were destroyed
 * @param damaged names whose slot holds no wrapped key
 */
record KeySlots(Map<String, byte[]> keys, Set<String> gone, Set<String> damaged) {
  KeySlots {
    keys = new LinkedHashMap<>(keys);
    gone = Set.copyOf(gone);
    damaged = Set.copyOf(damaged);
  }

  /** What a crash cut short is passed over. */
  static KeySlots of(byte[] shelf) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    Set<String> gone = new HashSet<>();
    Set<String> damaged = new HashSet<>();
    for (int at = 0; at + KeyShelf.SLOT <= shelf.length; at += KeyShelf.SLOT) {
      if (shelf[at] == KeyShelf.GONE) {
        gone.add(KeyShelf.name(shelf, at));
      } else if (shelf[at] == KeyShelf.KEY) {
        String name = KeyShelf.name(shelf, at);
        try {
          keys.put(name, KeyShelf.wrapped(ByteBuffer.wrap(shelf, at, KeyShelf.SLOT).slice()));
        } catch (GeneralSecurityException e) {
          damaged.add(name);
        }
      }
    }
    return new KeySlots(keys, gone, damaged);
  }

  /** Slots of keys, one after the other. */
  static byte[] bytes(Map<String, byte[]> keys) {
    ByteBuffer all = ByteBuffer.allocate(Math.multiplyExact(keys.size(), KeyShelf.SLOT));
    keys.forEach((name, wrapped) -> all.put(KeyShelf.slot(KeyShelf.KEY, name, wrapped)));
    return all.array();
  }
}
