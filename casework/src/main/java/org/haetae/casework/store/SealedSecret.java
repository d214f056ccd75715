package org.haetae.casework.store;

/** Bytes under a key. */
public final class SealedSecret {
  private final String key;
  private final byte[] sealed;

  /**
   * @param key the name of the key that opens it
   */
  public SealedSecret(String key, byte[] sealed) {
    this.key = key;
    this.sealed = sealed.clone();
  }

  public String key() {
    return key;
  }

  /** A copy. */
  public byte[] sealed() {
    return sealed.clone();
  }
}
