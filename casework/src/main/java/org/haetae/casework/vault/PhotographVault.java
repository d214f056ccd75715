package org.haetae.casework.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.store.SealedPhotograph;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.CaseId;

/**
 * Photographs of cases, at rest only under a key of their case: that a home's lock is broken is
 * nobody's to know. Safe for many threads.
 */
public final class PhotographVault {
  private final Store store;
  private final KeyFolder keys;
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * @param keys of cases alone: {@link Vault} sweeps keys out that no order needs
   */
  public PhotographVault(Store store, KeyFolder keys) {
    this.store = store;
    this.keys = keys;
  }

  /**
   * Seals a picture; it is on the disk when this returns.
   *
   * @return the name by which a fact names it
   * @throws VaultException where the case's key can't be used
   */
  public String seal(CaseId file, byte[] jpeg, Deed deed) {
    turn.lock();
    try {
      // Durable before the row that names it. If no row follows it seals nothing, ever.
      String key =
          store.<Optional<String>>read(in -> in.photographs().key(file)).orElseGet(keys::create);
      String name = UUID.randomUUID().toString();
      byte[] sealed = keys.open(key).seal(jpeg, label(file, name));
      store.run(
          in ->
              in.photographs()
                  .add(new SealedPhotograph(name, file, key, deed.by(), deed.at()), sealed));
      return name;
    } catch (GeneralSecurityException e) {
      throw new VaultException("a photograph can't be sealed", e);
    } finally {
      turn.unlock();
    }
  }

  /**
   * A picture of this case, or empty where it has none of that name.
   *
   * @throws VaultException where its key is lost or either is damaged
   */
  public Optional<byte[]> open(CaseId file, String name) {
    return store
        .<Optional<SealedPhotograph>>read(in -> in.photographs().find(file, name))
        .map(this::opened);
  }

  /**
   * Destroys the key of a case's photographs, then the rows. Can be done again after a crash.
   *
   * @throws VaultException where the disk refuses; to be tried again
   */
  public void erase(CaseId file) {
    turn.lock();
    try {
      store.<Optional<String>>read(in -> in.photographs().key(file)).ifPresent(keys::destroy);
      store.run(in -> in.photographs().delete(file));
    } finally {
      turn.unlock();
    }
  }

  private byte[] opened(SealedPhotograph found) {
    try {
      byte[] sealed = store.read(in -> in.photographs().sealed(found));
      return keys.open(found.key()).open(sealed, label(found.file(), found.name()));
    } catch (GeneralSecurityException e) {
      throw new VaultException("a photograph is damaged and can't be opened", e);
    }
  }

  /** Binds a picture to its case and name, so that two rows can't be swapped. */
  private static byte[] label(CaseId file, String name) {
    return "haetae photograph %d %s %s"
        .formatted(file.value().length(), file.value(), name)
        .getBytes(StandardCharsets.UTF_8);
  }
}
