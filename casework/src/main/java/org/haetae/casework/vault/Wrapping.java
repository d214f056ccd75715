package org.haetae.casework.vault;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.haetae.casework.vault.tink.MasterKey;

/** What a master key has wrapped, and how it comes under another. */
enum Wrapping {
  KEY {
    @Override
    byte[] rewrapped(byte[] wrapped, byte[] label, MasterKey from, MasterKey to)
        throws GeneralSecurityException {
      return to.wrap(from.unwrap(wrapped, label), label);
    }
  },
  SECRET {
    @Override
    byte[] rewrapped(byte[] wrapped, byte[] label, MasterKey from, MasterKey to)
        throws GeneralSecurityException {
      return to.seal(from.open(wrapped, label), label);
    }
  };

  abstract byte[] rewrapped(byte[] wrapped, byte[] label, MasterKey from, MasterKey to)
      throws GeneralSecurityException;

  boolean opens(byte[] wrapped, byte[] label, MasterKey master) {
    try {
      byte[] _ = rewrapped(wrapped, label, master, master);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Empty where {@code to} opens it already, or neither does. */
  Optional<byte[]> changed(byte[] wrapped, byte[] label, Optional<MasterKey> from, MasterKey to)
      throws GeneralSecurityException {
    if (from.isEmpty() || opens(wrapped, label, to) || !opens(wrapped, label, from.get())) {
      return Optional.empty();
    }
    return Optional.of(rewrapped(wrapped, label, from.get(), to));
  }
}
