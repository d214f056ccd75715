package org.haetae.casework.register;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haetae.casework.store.RegisterTable.Field;
import org.haetae.casework.store.RegisterTable.Tag;

/**
 * Sixteen bits of a keyed hash of a value, with a key for each field. Who has the database alone
 * can't work them out, and sees only which rows may be alike: among 30,000 people every tag is
 * somebody's by chance as often as not, so a shared tag proves nothing. Who looks up opens the few
 * candidates and compares. Bits as CipherSweet plans them (not more than the binary logarithm of
 * the rows). Safe for many threads.
 */
public final class BlindIndex {
  private static final String ALGORITHM = "HmacSHA256";

  private final Map<Field, SecretKeySpec> keys = new EnumMap<>(Field.class);

  /**
   * @param secret at least 32 bytes, kept outside the database
   */
  public BlindIndex(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("the secret of a blind index needs 32 bytes or more");
    }
    SecretKeySpec root = new SecretKeySpec(secret, ALGORITHM);
    for (Field field : Field.values()) {
      // A key for each purpose out of one secret: the expansion of HKDF (RFC 5869).
      keys.put(
          field, new SecretKeySpec(hash(root, "haetae blind index " + field.name()), ALGORITHM));
    }
  }

  /**
   * @param normal the value in its one spelling
   */
  public Tag tag(Field field, String normal) {
    byte[] hash = hash(Objects.requireNonNull(keys.get(field)), normal);
    return new Tag(field, ((hash[0] & 0xff) << 8) | (hash[1] & 0xff));
  }

  private static byte[] hash(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "BlindIndex";
  }
}
