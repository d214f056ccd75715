package org.haetae.casework.account.argon2;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import org.haetae.casework.account.Passwords;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane (OWASP, Password Storage Cheat Sheet,
 * 2025). Old hashes keep the parameters that they were made with.
 */
public final class Argon2Passwords implements Passwords {
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** Each costs 19 MiB for a moment: many at once must not take the memory of everything else. */
  private final Semaphore turns = new Semaphore(2, true);

  @Override
  public String hash(CharSequence password) {
    turns.acquireUninterruptibly();
    try {
      return Password.hash(password)
          .addRandomSalt(SALT_BYTES)
          .with(Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID))
          .getResult();
    } finally {
      turns.release();
    }
  }

  @Override
  public boolean matches(CharSequence password, String hash) {
    turns.acquireUninterruptibly();
    try {
      return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    } finally {
      turns.release();
    }
  }
}
