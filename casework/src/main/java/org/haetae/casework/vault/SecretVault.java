package org.haetae.casework.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.casework.store.SealedSecret;
import org.haetae.domain.id.UserId;

/** Secrets of users that must be read again, under one key of their own. Safe for many threads. */
public final class SecretVault {
  private final KeyFolder keys;
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * @param keys of nothing else
   */
  public SecretVault(KeyFolder keys) {
    this.keys = keys;
  }

  /**
   * @throws VaultException where the key can't be used
   */
  public SealedSecret seal(UserId user, byte[] secret) {
    turn.lock();
    try {
      String name = keys.names().stream().sorted().findFirst().orElseGet(keys::create);
      return new SealedSecret(name, keys.open(name).seal(secret, label(user)));
    } catch (GeneralSecurityException e) {
      throw new VaultException("a user's secret can't be sealed", e);
    } finally {
      turn.unlock();
    }
  }

  /**
   * @throws VaultException where its key is lost or either is damaged
   */
  public byte[] open(UserId user, SealedSecret secret) {
    try {
      return keys.open(secret.key()).open(secret.sealed(), label(user));
    } catch (GeneralSecurityException e) {
      throw new VaultException("a user's secret is damaged: invite the user again", e);
    }
  }

  /** So that one user's secret can't be put into another's row. */
  private static byte[] label(UserId user) {
    return ("haetae user secret " + user).getBytes(StandardCharsets.UTF_8);
  }
}
